# syntax=docker/dockerfile:1
# Both services from one build. Debian 13 has all that is needed: JDK 25, Maven and Node 20.
FROM debian:trixie-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-25-jdk-headless maven nodejs npm ca-certificates \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /waymark
COPY . .
RUN --mount=type=cache,target=/cache \
    npm_config_cache=/cache/npm mvn -B -ntp -Dmaven.repo.local=/cache/m2 package -DskipTests -pl command-service,query-service -am
RUN for service in command-service query-service; do \
      /usr/lib/jvm/java-25-openjdk-*/bin/java -Djarmode=tools -jar "$service"/target/"$service"-*-exec.jar \
        extract --destination "/built/$service" \
      && mv "/built/$service/$service"-*-exec.jar "/built/$service/waymark.jar" || exit 1; \
    done

FROM debian:trixie-slim AS runtime
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-25-jre-headless \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --no-create-home --uid 10001 waymark
USER waymark
WORKDIR /waymark
# All addresses of the container; which of them are reached from outside is for docker-compose.yml to say.
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 MANAGEMENT_SERVER_ADDRESS=0.0.0.0 MANAGEMENT_SERVER_PORT=9090
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9090 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseCompactObjectHeaders", "-Dorg.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE=2048", "--enable-native-access=ALL-UNNAMED", "-jar", "waymark.jar"]

FROM runtime AS command-service
COPY --from=build /built/command-service .

FROM runtime AS query-service
COPY --from=build /built/query-service .
