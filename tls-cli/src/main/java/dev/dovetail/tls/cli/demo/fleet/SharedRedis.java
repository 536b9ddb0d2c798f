package dev.dovetail.tls.cli.demo.fleet;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A Redis that all servers use.
 *
 * @param uri where it is
 * @param prefix of names there, which nobody else has
 * @param encryptionKey in hexadecimal: what ticket keys are sealed under there
 * @param process if it was started for this
 */
record SharedRedis(String uri, String prefix, String encryptionKey, Optional<RedisProcess> process) implements Sharing {

    static final String TOLD = "redis";
    static final String PREFIX = "prefix";
    static final String KEY = "encryption-key";

    private static final int KEY_LENGTH = 32;
    private static final int NAME_LENGTH = 4;

    static SharedRedis at(String uri) {
        return new SharedRedis(uri, "dovetail-demo:" + random(NAME_LENGTH) + ":", random(KEY_LENGTH), Optional.empty());
    }

    static SharedRedis in(RedisProcess process) {
        return new SharedRedis(process.uri(), "dovetail-demo:", random(KEY_LENGTH), Optional.of(process));
    }

    @Override
    public String description() {
        return process.map(own -> "a Redis of their own (" + own.program() + ", process " + own.pid() + ")")
                .orElse("the Redis that --redis names");
    }

    @Override
    public Map<String, String> told() {
        return Map.of(TOLD, uri, PREFIX, prefix, KEY, encryptionKey);
    }

    @Override
    public boolean takesEarlyData() {
        return true;
    }

    @Override
    public boolean cleaned() {
        return process.isEmpty();
    }

    @Override
    public void close() {
        process.ifPresent(RedisProcess::close);
    }

    /** No key. */
    @Override
    public String toString() {
        return "SharedRedis[" + prefix + "]";
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
