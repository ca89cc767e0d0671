package dev.relink.repair;

import dev.relink.entity.QuickBooks;
import dev.relink.entity.RecordKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as a repair finds it.
 *
 * @param pendingState null when nothing is pending
 * @param code the sync error's code; null when there is none
 * @param offered the repairs that the catalogue offers for that error
 * @param boundTo ListID or TxnID; null when not bound
 * @param dead QuickBooks told that the id it is bound to is no more
 * @param unproven in the company file that was confirmed since, that id is nothing or another record
 * @param answeredSince the old id was read in QuickBooks after the error came up
 * @param read QuickBooks' values of it are known, as last read
 * @param stuckParent a parent that is held until a person decides what it is, in words; null when there is none
 * @param quickbooks where its company keeps its books
 * @param waiting how many records wait on this one
 * @param lookalike what QuickBooks likely has of it under another id; null when nothing, or not asked for
 */
record Subject(
        RecordKey key,
        String name,
        @Nullable String pendingState,
        @Nullable String code,
        List<String> offered,
        @Nullable String boundTo,
        boolean dead,
        boolean unproven,
        boolean answeredSince,
        boolean read,
        int waiting,
        @Nullable String stuckParent,
        short rank,
        QuickBooks quickbooks,
        @Nullable Lookalike lookalike) {

    /** Something of it is out, or nobody knows what became of it. */
    boolean isUnsettled() {
        return "in-flight".equals(pendingState) || "in-doubt".equals(pendingState);
    }

    boolean isOffered(Repair repair) {
        return offered.contains(repair.word());
    }

    /** Linked to nothing, while what is likely the same was made inactive. */
    boolean hasInactiveTwin() {
        return boundTo == null && lookalike != null && !lookalike.active();
    }

    /** The id to look for after Clear ID; one that is another record's in the company file is not: it would be found. */
    @Nullable
    String oldId() {
        return unproven ? null : boundTo;
    }

    Subject with(@Nullable Lookalike other) {
        return new Subject(
                key,
                name,
                pendingState,
                code,
                offered,
                boundTo,
                dead,
                unproven,
                answeredSince,
                read,
                waiting,
                stuckParent,
                rank,
                quickbooks,
                other);
    }
}
