package dev.relink.platform.security;

import java.io.Serializable;
import java.time.Instant;

/** What a browser's session remembers: who, and since when. Names and rights are read anew on each request. */
record PersonSession(long person, Instant since) implements Serializable {}
