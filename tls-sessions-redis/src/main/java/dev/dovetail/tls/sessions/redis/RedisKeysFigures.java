package dev.dovetail.tls.sessions.redis;

/**
 * How ticket keys in Redis fare.
 *
 * @param keys how many are in use here
 * @param refreshes how often they were read
 * @param failures how often they could not be read
 * @param published how many keys this member has made for all
 * @param leads whether this member is the one that makes them
 */
public record RedisKeysFigures(int keys, long refreshes, long failures, long published, boolean leads) {}
