package dev.relink.firstlink;

import dev.relink.entity.RecordKey;

/** This record is that entry of QuickBooks. */
public record Pair(RecordKey key, String quickbooksId) {}
