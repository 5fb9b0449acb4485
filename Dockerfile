# wirecheck in a container: docker build -t wirecheck . && docker run --rm -v "$PWD:/work:ro" wirecheck check tcp-echo /work/server.py
ARG NODE_VERSION=24
FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /wirecheck
COPY . .
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends gcc libc6-dev > /dev/null \
  && npm ci --no-audit --no-fund --loglevel error && npm pack --silent --pack-destination /tmp

FROM node:${NODE_VERSION}-bookworm-slim
# Debian packages of the languages that hand-ins are written in; all of them:
# --build-arg TOOLCHAINS="python3 gcc g++ libc6-dev make default-jdk-headless golang-go rustc cargo"
ARG TOOLCHAINS="python3"
COPY --from=build /tmp/wirecheck-*.tgz /tmp/
RUN apt-get update -qq \
  && apt-get install -y -qq --no-install-recommends bubblewrap lsof procps strace util-linux ${TOOLCHAINS} > /dev/null \
  && rm -rf /var/lib/apt/lists/* \
  && npm install --global --ignore-scripts --no-audit --no-fund --loglevel error /tmp/wirecheck-*.tgz \
  && rm -rf /tmp/wirecheck-*.tgz /root/.npm
USER node
WORKDIR /work
ENTRYPOINT ["wirecheck"]
CMD ["--help"]
