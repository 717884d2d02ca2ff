/** The password of each of these hashes. Their costs are low, so that the tests are quick. */
export const foreignPassword = 'Correct-horse 7 battery'

/** Hashes that other programs made. */
export const foreignHashes = {
  // Python's passlib 1.7, argon2.using(memory_cost=19456, time_cost=2, parallelism=1)
  argon2: '$argon2id$v=19$m=19456,t=2,p=1$rxXCWKs15jzH2BtDKKU0xg$UDFPFog7A+Qp9p5U1MoOxISLOUDIxBDN62X9RjuB0As',
  // PHP 8.2, password_hash with PASSWORD_ARGON2ID
  'argon2 of PHP': '$argon2id$v=19$m=8192,t=1,p=1$dGRobXlCTXJQVDBrRktJNA$L/xNVg8lZjJbgYwVh8pCZmWu0TSfOKqA69j81jSS2XA',
  // Python's bcrypt, hashpw with gensalt(5)
  'bcrypt 2b': '$2b$05$Q/S66/d6FK9R00uhDNmV2Ogy9r9qPxFvWrnZbnNNZvIe4FQRwMXKC',
  // Debian's apache2-utils, htpasswd -nbB -C 5
  'bcrypt of htpasswd': '$2y$05$WQ8lqtbKIeEQxIQleJQ4TOGvKWyGxu.oORc8N2Yz9rEswc/jvRU0y',
  // PHP 8.2, password_hash with PASSWORD_BCRYPT
  'bcrypt of PHP': '$2y$05$O0GE.FiCLsFNXDmVDxgj8.SrSLEzQUr3mHsNwkKmqj9bATSMX/9w.',
  // Django's BCryptSHA256PasswordHasher
  'bcrypt of Django': 'bcrypt_sha256$$2b$05$wpV24kvWCkQ8NXSTs33m9uMtbJWA9drOI6IQ.x1uYnFlBmJh8.raC',
  // Python's passlib, scrypt.using(rounds=10)
  scrypt: '$scrypt$ln=10,r=8,p=1$A0ColdLa+58TwvifU0rJOQ$sJ+1QuFj2ez7Zs0XJnrxtfM8mhA1mWH4owIBAVuAYMc',
  // Django's ScryptPasswordHasher with n=1024
  'scrypt of Django':
    'scrypt$1024$saltsalt12345678$8$1$8+QyNd/Cnd5Mt0xGdnRWdEQ3lZybddLEqMuHxC84wLHeyURQztrG0XikIPppLrmGRUIxvNeCNYnyAr1kZqLIhQ==',
  // Werkzeug (Flask), generate_password_hash with scrypt:1024:8:1
  'scrypt of Werkzeug':
    'scrypt:1024:8:1$UkBgZQXwN8X0EwNV$09d187d6714e79e56894ff5ec02e155444a5d37758b9251fb924631bb30326e2919e3b9092a104e6e4a239feb18f68546786559463380af1b91dc8205bf0d281',
  // Python's passlib, pbkdf2_sha256.using(rounds=2000)
  PBKDF2: '$pbkdf2-sha256$2000$jZFSqpUSIuQco9S6FwLAuA$PTHOV95RKrvPliz1c9KrNr09sT6yuabDhCQS4CCKOiA',
  // Python's passlib, ldap_pbkdf2_sha256.using(rounds=2000)
  'PBKDF2 of LDAP': '{PBKDF2-SHA256}2000$q3WO8X7v3dv7P6eUEsL4Pw$BfILWYKVK5EFALnDZx47wejFu1f478kgpiaYaLwcREk',
  // Django's PBKDF2PasswordHasher with 2000 iterations
  'PBKDF2 of Django': 'pbkdf2_sha256$2000$saltsalt12345678$D1EDXZ9c3vMo6oK5kvGYWpuQ5u54WgwpUNPSLqwoT8I=',
  // Werkzeug (Flask), generate_password_hash with pbkdf2:sha256:2000
  'PBKDF2 of Werkzeug':
    'pbkdf2:sha256:2000$LhVhyCiODllDLCvF$4625a1d8b0546e58c8b2ddd715ab2ccd17ae849bdd24bf4d33606139fa463136',
  // The layout of ASP.NET Identity 3, with the key from Python's hashlib.pbkdf2_hmac
  'PBKDF2 of ASP.NET Identity': 'AQAAAAEAAAfQAAAAELvEP+Hg8gEP86Kfv9OZKFOhpiRdl7MygSl3lEqU2T4NBojq6aYi9e0PPWwftmNLLQ==',
} as const
