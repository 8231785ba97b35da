# docker build -t a11yaudit .
# docker run --rm -v "$PWD:/pages:ro" a11yaudit audit .
FROM python:3.13-slim-trixie AS build
WORKDIR /build
COPY . .
RUN python -I -m venv /opt/a11yaudit \
 && /opt/a11yaudit/bin/python -I -m pip install --no-cache-dir --disable-pip-version-check --only-binary :all: --require-hashes \
      -r requirements.lock -r requirements-build.lock \
 && /opt/a11yaudit/bin/python -I -m pip install --no-cache-dir --disable-pip-version-check --no-deps --no-index --no-build-isolation .

FROM python:3.13-slim-trixie
RUN apt-get update \
 && apt-get install --yes --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 1000 a11yaudit
COPY --from=build /opt/a11yaudit /opt/a11yaudit
ENV PATH="/opt/a11yaudit/bin:$PATH"
USER a11yaudit
# The mounted folder belongs to someone else, and --diff reads it. No other folder is trusted.
RUN git config --global --add safe.directory /pages
WORKDIR /pages
# -I: nothing of the mounted folder, and no variable given with --env, decides what is imported.
ENTRYPOINT ["/opt/a11yaudit/bin/python", "-I", "-m", "a11yaudit"]
