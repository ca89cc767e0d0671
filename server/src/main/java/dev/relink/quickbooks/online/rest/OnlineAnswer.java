package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Answer;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.StatusCode;
import dev.relink.entity.EntityTypes;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of the calls of one message set: one response for each request whose answer is whole. */
final class OnlineAnswer implements Answer {

    private final Pieces pieces;
    private final Map<String, Request> requests;
    private final Map<String, List<Piece>> parts = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Deque<Response> ready = new ArrayDeque<>();

    OnlineAnswer(Reader text, Map<String, Request> requests) {
        this.requests = requests;
        this.pieces = new Pieces(text, requests);
        requests.values().stream()
                .filter(OnlineAnswer::isNoListThere)
                .forEach(request -> ready.add(Responses.nothing(request.id())));
    }

    /** Nothing needs to be asked for a list that Online does not have. */
    private static boolean isNoListThere(Request request) {
        return request instanceof Request.WholeList list
                && EntityTypes.require(list.list()).online() == null;
    }

    @Override
    public @Nullable StatusCode setStatus() {
        return null;
    }

    @Override
    public @Nullable String messageSetId() {
        return null;
    }

    @Override
    public @Nullable Instant began() {
        return pieces.began();
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            Piece piece = pieces.next();
            if (piece == null) {
                return false;
            }
            join(piece);
        }
        return true;
    }

    /** A fault of one part is the fault of all. */
    private void join(Piece piece) {
        Request request = requests.get(piece.requestId());
        if (request == null || answered.contains(piece.requestId())) {
            return;
        }
        var all = parts.computeIfAbsent(piece.requestId(), id -> new ArrayList<>());
        all.add(piece);
        long whole = all.stream().filter(one -> !one.more()).count();
        if (piece.isFault() || whole == Responses.partsOf(request)) {
            parts.remove(piece.requestId());
            answered.add(piece.requestId());
            ready.add(Responses.of(request, all, pieces.realm()));
        }
    }

    @Override
    public Response next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The answer has no further response");
        }
        return ready.remove();
    }

    @Override
    public void close() {
        pieces.close();
    }
}
