package kz.jolkarta.registry.bulk;

/**
 * A record that a job over many has changed.
 *
 * @param version of the record after the job; another one since means that somebody has touched it
 * @param before what the job's kind needs to bring it back, as JSON; "" when the id is enough
 */
public record Changed(long id, int version, String before) {}
