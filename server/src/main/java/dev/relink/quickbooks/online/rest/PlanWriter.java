package dev.relink.quickbooks.online.rest;

import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a message set into calls. */
final class PlanWriter {

    /** Up to so many writes go each in a call of its own: sooner done than a batch, and no batch is spent. */
    private static final int SINGLE = 5;

    private final @Nullable String setId;
    private final List<Plan.Call> calls = new ArrayList<>();
    private int written;

    private PlanWriter(@Nullable String setId) {
        this.setId = setId;
    }

    static byte[] write(MessageSet set) {
        var writer = new PlanWriter(set.id());
        var writes = new ArrayList<WriteItem>();
        var reads = new ArrayList<Request.Read>();
        for (var request : set.requests()) {
            switch (request) {
                case Request.Write write -> writes.add(WriteItem.of(write));
                case Request.Read read -> reads.add(read);
            }
        }
        writer.writes(writes);
        writer.calls.addAll(new ReadCalls().of(reads));
        return new Plan(writer.calls).bytes();
    }

    private void writes(List<WriteItem> items) {
        boolean single = items.size() <= SINGLE;
        List<Lanes.Lane> lanes = single ? Lanes.single(items) : Lanes.ofBatches(items);
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (var batch : lanes.get(lane).batches()) {
                calls.add(single ? single(batch.getFirst(), lane) : batch(batch, lane));
            }
        }
    }

    private Plan.Call single(WriteItem item, int lane) {
        var path = item.object().toLowerCase(Locale.ROOT);
        return new Plan.Call(
                requestId(), lane, "POST", path, item.parameters(), item.body(), List.of(item.id()), 0, null);
    }

    private Plan.Call batch(List<WriteItem> items, int lane) {
        var body = OnlineJson.object();
        var all = body.putArray("BatchItemRequest");
        items.forEach(item -> all.add(item.batchItem()));
        var ids = items.stream().map(WriteItem::id).toList();
        return new Plan.Call(
                requestId(), lane, "POST", "batch", "", OnlineJson.MAPPER.writeValueAsString(body), ids, 0, null);
    }

    /** Of the message set and its place in it, so that the same set asks with the same ids again. */
    private String requestId() {
        written++;
        return (setId == null ? "SET" : setId) + "-" + written;
    }
}
