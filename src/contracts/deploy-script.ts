/** The file that a pipeline runs; the README has the same text, and a test runs it from there. */
export const DEPLOY_SCRIPT_NAME = 'may-deploy.sh';

/** Asks the deploy gate with openssl and curl. Its exit status is 0 for yes, 1 for no, 2 where nobody can tell. */
export const DEPLOY_SCRIPT = String.raw`# sh may-deploy.sh CHG-12 Production: exit status 0 for yes, 1 for no, 2 where nobody can tell
timestamp=$(date +%s)
body="{\"change\":\"$1\",\"environment\":\"$2\",\"nonce\":\"$(openssl rand -hex 16)\"}"
signature=$(printf '%s.%s' "$timestamp" "$body" | openssl dgst -sha256 -hmac "$CHANGE_GATE_SECRET" -r | cut -d ' ' -f 1)
answer=$(curl -sS --max-time 60 -w ' %{http_code}' --data-binary "$body" -H 'Content-Type: application/json' \
  -H "X-Change-Timestamp: $timestamp" -H "X-Change-Signature: sha256=$signature" "$CHANGE_GATE_URL")
echo "$answer"
case $answer in *'"allowed"'*' 200') exit 0 ;; *' 401' | *' 403' | *' 404' | *' 409') exit 1 ;; *) exit 2 ;; esac
`;
