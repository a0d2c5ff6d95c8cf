FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    RAPPORT_DATA=/tmp/rapport
RUN useradd --create-home rapport
WORKDIR /app

COPY requirements.lock .
RUN pip install --no-cache-dir --disable-pip-version-check --no-deps --require-hashes \
    -r requirements.lock

COPY . .
# Settings refuse to load without a key; this one ends with the build step.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
    python manage.py collectstatic --no-input

USER rapport
CMD ["python", "manage.py", "run", "--host", "0.0.0.0"]
EXPOSE 8000
