"""What Rasa's process loads. Imports rasa and spaCy, nothing of ours."""
