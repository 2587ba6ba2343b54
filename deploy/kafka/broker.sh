#!/bin/bash
# Starts the one broker of docker-compose.yml: KRaft, SCRAM for every client, no access without a rule.
# The image's own start script is left aside because it writes its configuration from every variable named KAFKA_*.
set -euo pipefail

kafka_home=${KAFKA_HOME:-/opt/kafka}
data=${KAFKA_DATA:-/var/lib/kafka/data}
config=${KAFKA_CONFIG:-/tmp/kafka}
port=${BROKER_PORT:-9092}
controller_port=${CONTROLLER_PORT:-9093}
host=${BROKER_HOST:-kafka}

mkdir -p "$config"
umask 077
cat > "$config/server.properties" <<EOF
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller_port
listeners=CLIENTS://:$port,CONTROLLER://127.0.0.1:$controller_port
advertised.listeners=CLIENTS://$host:$port
listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
controller.listener.names=CONTROLLER
inter.broker.listener.name=CLIENTS
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
listener.name.clients.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="$KAFKA_ADMIN_PASSWORD";
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found=false
# ANONYMOUS can only come through the controller's port, which listens on this container's loopback address.
super.users=User:admin;User:ANONYMOUS
auto.create.topics.enable=false
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
log.dirs=$data
EOF

scram() {
  printf 'SCRAM-SHA-512=[name=%s,password=%s]' "$1" "$2"
}

# Formatting adds the users; on a formatted volume it changes nothing.
"$kafka_home/bin/kafka-storage.sh" format --ignore-formatted \
  --cluster-id "$KAFKA_CLUSTER_ID" --config "$config/server.properties" \
  --add-scram "$(scram admin "$KAFKA_ADMIN_PASSWORD")" \
  --add-scram "$(scram probe-service "$KAFKA_PROBE_PASSWORD")" \
  --add-scram "$(scram detector-service "$KAFKA_DETECTOR_PASSWORD")" \
  --add-scram "$(scram event-service "$KAFKA_EVENT_PASSWORD")" \
  --add-scram "$(scram notifier-service "$KAFKA_NOTIFIER_PASSWORD")"

exec "$kafka_home/bin/kafka-server-start.sh" "$config/server.properties"
