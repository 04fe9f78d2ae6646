# The front door and the action server: `python -m handoff` or `python -m actions`.
FROM node:22-slim AS web
WORKDIR /web
COPY web/ ./
RUN npm ci && npm run build

FROM python:3.12-slim
WORKDIR /lotse
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock && useradd --system lotse
COPY alembic.ini ./
COPY actions/ actions/
COPY connectors/ connectors/
COPY data/ data/
COPY forms/ forms/
COPY handoff/ handoff/
COPY knowledge/ knowledge/
COPY migrations/ migrations/
COPY payouts/ payouts/
COPY tone/ tone/
COPY --from=web /web/dist web/dist
USER lotse
ENV PYTHONUNBUFFERED=1 HANDOFF_HOST=0.0.0.0 ACTIONS_HOST=0.0.0.0
CMD ["python", "-m", "handoff"]
