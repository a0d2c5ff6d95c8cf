FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    RAPPORT_DATA=/tmp/rapport
RUN useradd --create-home rapport
WORKDIR /app

COPY requirements.lock .
RUN pip install --no-cache-dir --disable-pip-version-check --no-deps --require-hashes \
    -r requirements.lock

COPY . .
# Static files are served from where they are; there is nothing to collect.
RUN install -d -o rapport -g rapport /tmp/rapport

USER rapport
CMD ["python", "manage.py", "run", "--host", "0.0.0.0"]
EXPOSE 8000
