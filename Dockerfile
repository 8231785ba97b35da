# docker build -t a11yaudit .
# docker run --rm -v "$PWD:/pages:ro" a11yaudit audit .
FROM python:3.13-slim-trixie AS build
WORKDIR /build
COPY . .
RUN python -m venv /opt/a11yaudit \
 && /opt/a11yaudit/bin/pip install --no-cache-dir --disable-pip-version-check -r requirements.lock \
 && /opt/a11yaudit/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps .

FROM python:3.13-slim-trixie
RUN apt-get update \
 && apt-get install --yes --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 1000 a11yaudit
COPY --from=build /opt/a11yaudit /opt/a11yaudit
ENV PATH="/opt/a11yaudit/bin:$PATH"
# The mounted folder belongs to someone else; --diff only reads it.
RUN git config --system --add safe.directory '*'
USER a11yaudit
WORKDIR /pages
ENTRYPOINT ["a11yaudit"]
