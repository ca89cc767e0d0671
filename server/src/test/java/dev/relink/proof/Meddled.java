package dev.relink.proof;

import dev.relink.connector.Answer;
import dev.relink.connector.Connector;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Platform;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.StatusCode;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A language with a fault in it: what is written, or what is read, is not what it should be. */
class Meddled implements Connector {

    private final Connector sound;

    Meddled(Connector sound) {
        this.sound = sound;
    }

    /** Writes other requests than it was told to. */
    static Connector writing(Connector sound, UnaryOperator<Request> fault) {
        return new Meddled(sound) {
            @Override
            public byte[] write(MessageSet set, String version) {
                List<Request> requests = set.requests().stream().map(fault).toList();
                return sound.write(new MessageSet(set.id(), set.previous(), requests), version);
            }
        };
    }

    /** Understands responses wrongly; the request it belongs to comes along. */
    static Connector reading(Connector sound, Function<Request, UnaryOperator<Response>> fault) {
        return new Meddled(sound) {
            @Override
            public Answer read(Reader answer, Map<String, Request> requests) {
                Answer read = sound.read(answer, requests);
                return new Misread(read, read.setStatus(), response -> {
                    Request request = requests.get(response.requestId());
                    return request == null ? response : fault.apply(request).apply(response);
                });
            }
        };
    }

    /** What is asked about lost writes is not what it should be. */
    static Connector asking(Connector sound, UnaryOperator<byte[]> fault) {
        return new Meddled(sound) {
            @Override
            public Optional<byte[]> askAgain(LostWrites lost, String version) {
                return sound.askAgain(lost, version).map(fault);
            }
        };
    }

    @Override
    public Platform platform() {
        return sound.platform();
    }

    @Override
    public byte[] write(MessageSet set, String version) {
        return sound.write(set, version);
    }

    @Override
    public Answer read(Reader answer, Map<String, Request> requests) {
        return sound.read(answer, requests);
    }

    @Override
    public Optional<byte[]> askAgain(LostWrites lost, String version) {
        return sound.askAgain(lost, version);
    }

    @Override
    public boolean remembersErrors() {
        return sound.remembersErrors();
    }

    @Override
    public Optional<String> excerpt(Reader text, String requestId) {
        return sound.excerpt(text, requestId);
    }

    private record Misread(Answer sound, @Nullable StatusCode setStatus, UnaryOperator<Response> fault)
            implements Answer {

        @Override
        public @Nullable String messageSetId() {
            return sound.messageSetId();
        }

        @Override
        public boolean hasNext() {
            return sound.hasNext();
        }

        @Override
        public Response next() {
            return fault.apply(sound.next());
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
