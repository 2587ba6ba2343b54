#!/bin/bash
# Creates the topics of topics.txt that are missing, and allows each service what acls.txt says. May run again.
set -euo pipefail

kafka_home=${KAFKA_HOME:-/opt/kafka}
here=$(cd "$(dirname "$0")" && pwd)
server=${KAFKA_BOOTSTRAP_SERVERS:-kafka:9092}
client=$(mktemp)
trap 'rm -f "$client"' EXIT

cat > "$client" <<EOF
security.protocol=SASL_PLAINTEXT
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="$KAFKA_ADMIN_PASSWORD";
EOF

topics() {
  "$kafka_home/bin/kafka-topics.sh" --bootstrap-server "$server" --command-config "$client" "$@"
}

rules() {
  "$kafka_home/bin/kafka-acls.sh" --bootstrap-server "$server" --command-config "$client" "$@"
}

lines() {
  grep -v -e '^#' -e '^[[:space:]]*$' "$here/$1"
}

existing=$(topics --list)
lines topics.txt | while read -r name partitions settings; do
  if grep -qxF "$name" <<< "$existing"; then
    continue
  fi
  arguments=()
  for setting in $settings; do
    arguments+=(--config "$setting")
  done
  topics --create --if-not-exists --topic "$name" --partitions "$partitions" --replication-factor 1 \
    "${arguments[@]}" < /dev/null
done

lines acls.txt | while read -r service kind pattern operations names; do
  arguments=(--allow-principal "User:$service" --resource-pattern-type "$pattern")
  for operation in ${operations//,/ }; do
    arguments+=(--operation "$operation")
  done
  for name in $names; do
    arguments+=("--$kind" "$name")
  done
  rules --add --force "${arguments[@]}" < /dev/null > /dev/null
  echo "$service may $operations $kind $names"
done
