# Rasa with the trained model: `make train` first. Never reachable from outside.
FROM python:3.10-slim
WORKDIR /lotse
COPY bot/requirements.lock bot/
RUN pip install --no-cache-dir --require-hashes -r bot/requirements.lock && useradd --system lotse
COPY bot/ bot/
COPY config.yml credentials.yml domain.yml endpoints.yml ./
COPY data/ data/
COPY models/lotse.tar.gz models/
USER lotse
ENV PYTHONPATH=/lotse PYTHONUNBUFFERED=1 RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3 \
    SQLALCHEMY_SILENCE_UBER_WARNING=1 MPLCONFIGDIR=/tmp HOME=/tmp
# The token is read here, so that it stands in no file and in no list of commands.
CMD ["sh", "-c", "exec rasa run --enable-api --auth-token=\"$RASA_TOKEN\" -i 0.0.0.0 -p 5005 \
  -m models/lotse.tar.gz --credentials credentials.yml --endpoints endpoints.yml"]
