#!/bin/sh
# Makes the certificates and keys beside this script, with OpenSSL 3.0: run it in an empty directory, given as $1.
# Every run makes other keys; the tests depend on names, purposes and dates only.
set -eu
cd "$1"
LONG=36500

# ---- keys in every form, each with a self-signed certificate
self() { openssl req -x509 -new -key "$1" -subj "/CN=$2" -addext "subjectAltName=DNS:$2" -days $LONG -out "$3"; }
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa.pkcs8.pem
openssl rsa -in rsa.pkcs8.pem -traditional -out rsa.pkcs1.pem 2>/dev/null
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa-other.pkcs8.pem
openssl genpkey -quiet -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -out rsa-pss.pkcs8.pem
openssl genpkey -quiet -algorithm ED25519 -out ed25519.pkcs8.pem
openssl genpkey -quiet -algorithm ED448 -out ed448.pkcs8.pem
openssl ecparam -name prime256v1 -genkey -out ec.sec1.pem
openssl pkcs8 -topk8 -nocrypt -in ec.sec1.pem -out ec.pkcs8.pem
openssl ecparam -name prime256v1 -genkey -noout -out ec-other.sec1.pem
openssl ecparam -name secp384r1 -genkey -noout -out ec384.sec1.pem
openssl ecparam -name secp256k1 -genkey -noout -out secp256k1.sec1.pem
openssl ecparam -name SM2 -genkey -noout -out sm2.sec1.pem
openssl ec -in ec.sec1.pem -param_enc explicit -out ec-explicit.sec1.pem 2>/dev/null
# SEC 1 without the curve inside, as RFC 5915 3 allows beside an EC PARAMETERS block.
SECRET=$(openssl asn1parse -in ec.pkcs8.pem -strparse "$(openssl asn1parse -in ec.pkcs8.pem | sed -n 's/^ *\([0-9]*\):.*OCTET STRING.*/\1/p')" |
         sed -n 's/.*OCTET STRING *\[HEX DUMP\]:\([0-9A-F]*\)$/\1/p')
printf 'asn1=SEQUENCE:k\n[k]\nv=INTEGER:1\nd=FORMAT:HEX,OCTETSTRING:%s\n' "$SECRET" > bare.cnf
openssl asn1parse -genconf bare.cnf -noout -out bare.der
bare() { echo "-----BEGIN EC PRIVATE KEY-----"; openssl base64 -in bare.der; echo "-----END EC PRIVATE KEY-----"; }
bare > ec-no-curve.sec1.pem
{ openssl ecparam -name prime256v1; bare; } > ec-curve-beside.sec1.pem
rm bare.cnf bare.der

enc() { out=$1; shift; openssl pkcs8 -topk8 -in ec.pkcs8.pem -passout pass:correct-horse -out "$out" "$@"; }
enc encrypted-aes256-sha256.pem
enc encrypted-aes128-sha1.pem -v2 aes-128-cbc -v2prf hmacWithSHA1
enc encrypted-aes256-sha512.pem -v2 aes-256-cbc -v2prf hmacWithSHA512
enc encrypted-pkcs12-3des.pem -v1 PBE-SHA1-3DES
enc encrypted-scrypt.pem -scrypt
openssl rsa -in rsa.pkcs8.pem -traditional -aes128 -passout pass:correct-horse -out encrypted-old.pem 2>/dev/null

for k in rsa.pkcs8 rsa-pss.pkcs8 ed25519.pkcs8 ed448.pkcs8 ec.sec1 ec384.sec1; do
  self $k.pem "${k%%.*}.test" "${k%%.*}.crt.pem"
done
openssl x509 -in ec.crt.pem -trustout -addtrust serverAuth -out trusted.crt.pem
openssl pkcs12 -export -inkey ec.sec1.pem -in ec.crt.pem -name "first" -passout pass:correct-horse | openssl base64 > ec.p12.base64

# ---- authorities and what they issued
key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"; }
# root NAME SUBJECT
root() { key "$1"; openssl req -x509 -new -key "$1.key" -subj "/O=Dovetail tests/CN=$2" -days $LONG -out "$1.crt.pem" \
  -addext "keyUsage=critical,keyCertSign,cRLSign"; }
# issue NAME SUBJECT ISSUER DAYS DIGEST EXTENSIONS...
issue() { name=$1 subject=$2 issuer=$3 days=$4 digest=$5; shift 5
  [ -f "$name.key" ] || key "$name"
  { echo "subjectKeyIdentifier=hash"; echo "authorityKeyIdentifier=keyid"; for e; do echo "$e"; done; } > ext
  openssl req -new -key "$name.key" -subj "/O=Dovetail tests/CN=$subject" -out csr
  openssl x509 -req -in csr -CA "$issuer.crt.pem" -CAkey "$issuer.key" -days "$days" "-$digest" -extfile ext -out "$name.crt.pem" 2>/dev/null
  rm -f ext csr; }
CA="basicConstraints=critical,CA:TRUE"; CAU="keyUsage=critical,keyCertSign,cRLSign"
SRV="extendedKeyUsage=serverAuth"; SIG="keyUsage=critical,digitalSignature"; SAN="subjectAltName=DNS:server.test"
root root Root
root stranger Stranger
root namesake Root
issue inter Intermediate root $LONG sha256 "$CA,pathlen:0" "$CAU"
issue server Server inter $LONG sha256 "$SAN" "$SRV" "$SIG"
issue client Client inter $LONG sha256 "extendedKeyUsage=clientAuth" "$SIG"
issue any Any inter $LONG sha256 "$SAN" "extendedKeyUsage=anyExtendedKeyUsage" "$SIG"
issue free Free inter $LONG sha256 "$SAN"
issue signer Signer inter $LONG sha256 "$SAN" "extendedKeyUsage=codeSigning" "$SIG"
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out encipher.key
issue encipher Encipher inter $LONG sha256 "$SAN" "$SRV" "keyUsage=critical,keyEncipherment"
issue brief-inter Brief root 10 sha256 "$CA" "$CAU"
issue under-brief UnderBrief brief-inter $LONG sha256 "$SAN" "$SRV" "$SIG"
issue deep-inter Deep inter $LONG sha256 "$CA" "$CAU"
issue under-deep UnderDeep deep-inter $LONG sha256 "$SAN" "$SRV" "$SIG"
issue under-leaf UnderLeaf server $LONG sha256 "$SAN" "$SRV" "$SIG"
issue narrow-inter Narrow root $LONG sha256 "$CA" "$CAU" "nameConstraints=critical,permitted;DNS:allowed.test"
issue outside Outside narrow-inter $LONG sha256 "$SAN" "$SRV" "$SIG"
issue critical Critical root $LONG sha256 "$SAN" "1.3.6.1.4.1.99999.1=critical,DER:0500"
# MD5 goes with RSA only.
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa-root.key
openssl req -x509 -new -key rsa-root.key -subj "/O=Dovetail tests/CN=RSA root" -days $LONG -out rsa-root.crt.pem
issue md5 Md5 rsa-root $LONG md5 "$SAN" "$SRV" "$SIG"
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:512 -out tiny.key
issue tiny Tiny root $LONG sha256 "$SAN" "$SRV" "$SIG"
# The same intermediate, cross-signed by another root.
cp inter.key inter-cross.key
issue inter-cross Intermediate stranger $LONG sha256 "$CA,pathlen:0" "$CAU"
issue commonname common.test root $LONG sha256 "$SRV"
issue names Names root $LONG sha256 "subjectAltName=DNS:www.example.com,DNS:*.wild.example.com,DNS:*.com,DNS:w*.part.example.com,DNS:*.*.twice.example.com,DNS:deep.*.example.com,DNS:MiXeD.Example.COM,DNS:xn--bcher-kva.example,DNS:192.0.2.9,IP:192.0.2.1,IP:2001:db8::1,IP:::ffff:192.0.2.7,email:user@mail.example.com,URI:https://uri.example.com/"

# ---- stapled OCSP responses, signed by the authority itself
serial() { openssl x509 -in "$1.crt.pem" -noout -serial | cut -d= -f2; }
printf 'R\t991231235959Z\t260101000000Z\t%s\tunknown\t/CN=Server\n' "$(serial server)" > revoked.txt
printf 'V\t991231235959Z\t\t%s\tunknown\t/CN=Server\n' "$(serial server)" > good.txt
for s in revoked good; do
  openssl ocsp -index $s.txt -rsigner inter.crt.pem -rkey inter.key -CA inter.crt.pem -issuer inter.crt.pem \
    -cert server.crt.pem -no_nonce -ndays $LONG -respout r.der >/dev/null 2>&1
  openssl base64 -in r.der > "ocsp-$s.base64"
done
# Keys of certificates that nobody signs with are not kept.
rm -f r.der revoked.txt good.txt ./*.srl ./*.key
