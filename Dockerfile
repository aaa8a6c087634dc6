# Runs offline, as an ordinary user, with a root file system that is read-only; only /data is written.
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# The path that it lives below, like /foothold: it is in the build.
ARG BASE_PATH=
# Files keep their modes in an image, and in a clone made with umask 077 only root could read them.
RUN npm run standalone -- /app && chmod -R a+rX /app

FROM node:24-bookworm-slim AS runtime
COPY scripts/runtime-files.sh /
RUN sh /runtime-files.sh /runtime

# Node and three libraries, without a shell or npm (docs/decisions/053-image-and-starts.md).
FROM scratch
# Where the source of what is in the image is: Settings, About shows it.
ARG SOURCE_URL=
ENV PATH=/usr/local/bin HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/foothold.db SOURCE_URL=$SOURCE_URL
COPY --from=runtime /runtime/root/ /
COPY --from=runtime --chown=1000:1000 /runtime/owned/ /
COPY --from=build /app /app
WORKDIR /app
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --start-period=10s --interval=30s --timeout=5s CMD ["node", "server.js", "health"]
CMD ["node", "server.js"]
