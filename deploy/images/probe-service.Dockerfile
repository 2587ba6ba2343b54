# Runs what `mvn package` left in probe-service/target/quarkus-app, which is also the build context.
# Health is asked by whoever runs the container (docker-compose.yml, deploy/kubernetes), at port 9081.
FROM eclipse-temurin:25-jre-noble

LABEL org.opencontainers.image.title="continuity-probe-service" \
      org.opencontainers.image.licenses="Apache-2.0"

RUN groupadd --system --gid 10001 continuity \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin continuity \
    && install --directory --mode=1777 /var/lib/continuity

# What changes least comes first, so that a new build of the service replaces the last layers only.
WORKDIR /opt/continuity
COPY lib/ lib/
COPY quarkus-run.jar ./
COPY quarkus/ quarkus/
COPY app/ app/

ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8081 8085 9081 2525
USER 10001:10001
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
