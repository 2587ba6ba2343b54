#!/bin/sh
# Makes what docker-compose.yml needs and must not have a default: .env with generated passwords, and key files under
# data/compose. What is there already is kept, so it may run again; new keys are added to an older .env.
set -eu

case ${1:-} in
  -h | --help)
    echo "Usage: ./continuity compose-env [ENVIRONMENT_FILE [KEY_FOLDER]]   (default: .env and data/compose)"
    exit 0
    ;;
esac

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
environment=${1:-$root/.env}
keys=${2:-$root/data/compose}
umask 077

command -v openssl > /dev/null || { echo "compose-env needs the openssl command" >&2; exit 1; }

mkdir -p "$(dirname "$environment")" "$keys"

# Containers run as the user who owns the key files; for root that is a number nobody has.
user=$(id -u)
group=$(id -g)
if [ "$user" -eq 0 ]; then
  user=10001
  group=10001
fi

random() {
  openssl rand -hex 24
}

# The name, and the command that prints the value where none is set yet.
setting() {
  name=$1
  shift
  if ! grep -q "^$name=" "$environment" 2> /dev/null; then
    printf '%s=%s\n' "$name" "$("$@")" >> "$environment"
  fi
}

# A key pair: the private key's file, the public key's file.
key_pair() {
  mkdir -p "$(dirname "$1")" "$(dirname "$2")"
  [ -s "$1" ] || openssl genpkey -algorithm ed25519 -out "$1"
  openssl pkey -in "$1" -pubout -out "$2"
}

setting CONTINUITY_UID echo "$user"
setting CONTINUITY_GID echo "$group"
setting CONTINUITY_KEYS echo "$keys"
setting KAFKA_CLUSTER_ID sh -c 'openssl rand -base64 16 | tr "+/" "kf" | tr -d "="'
for name in KAFKA_ADMIN KAFKA_PROBE KAFKA_DETECTOR KAFKA_EVENT KAFKA_NOTIFIER \
  POSTGRES EVENT_DATABASE NOTIFIER_DATABASE; do
  setting "${name}_PASSWORD" random
done

key_pair "$keys/event-service/service.pem" "$keys/trusted/event-service.pem"
key_pair "$keys/notifier-service/link.pem" "$keys/event-service/link/1.pem"
mkdir -p "$keys/probe-service/tokens" "$keys/probe-service/credentials" "$keys/notifier-service/credentials"
[ -s "$keys/probe-service/tokens/1.key" ] || openssl rand -hex 32 > "$keys/probe-service/tokens/1.key"
[ "$(id -u)" -ne 0 ] || chown -R "$user:$group" "$keys"

echo "Passwords: $environment"
echo "Keys and credentials: $keys"
