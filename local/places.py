"""Where things lie in the checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
UV = TOOLS / "bin" / "uv"
PYTHON = ROOT / ".venv" / "bin" / "python"
BOT = ROOT / "bot"
BOT_PYTHON = BOT / ".venv" / "bin" / "python"
RASA = BOT / ".venv" / "bin" / "rasa"
WEB = ROOT / "web"
MODEL = ROOT / "models" / "lotse.tar.gz"
STATE = ROOT / ".lotse"
