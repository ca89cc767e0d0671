package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.company.CompanyId;
import dev.relink.connector.Platform;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.cycle.Cycles;
import dev.relink.cycle.Progress;
import dev.relink.cycle.Turn;
import dev.relink.cycle.Visit;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Cycles told by hand: says what a test queued, and writes down what it was told. */
final class ScriptedCycles implements Cycles {

    private final Map<CompanyId, AtomicLong> epochs = new HashMap<>();
    final Deque<Turn> turns = new ArrayDeque<>();
    final Deque<Progress> progress = new ArrayDeque<>();
    final List<String> told = new ArrayList<>();
    long characters;
    boolean keepsText = true;
    Row.@Nullable Books books;

    ScriptedCycles sends(String... bodies) {
        for (String body : bodies) {
            turns.add(new Turn.Send(body.getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    ScriptedCycles answers(int... percents) {
        for (int percent : percents) {
            progress.add(new Progress.Percent(percent));
        }
        return this;
    }

    ScriptedCycles pauses() {
        progress.add(new Progress.Later(40));
        return this;
    }

    @Override
    public synchronized Visit begin(CompanyId company) {
        long epoch = epochs.computeIfAbsent(company, _ -> new AtomicLong()).incrementAndGet();
        told.add("begin " + company + " " + epoch);
        return new Visit(company, epoch, Platform.DESKTOP);
    }

    @Override
    public Optional<Visit> tryBegin(CompanyId company) {
        return Optional.of(begin(company));
    }

    @Override
    public boolean keep(Visit visit) {
        return true;
    }

    @Override
    public boolean isMoreToDo(CompanyId company) {
        return !turns.isEmpty();
    }

    @Override
    public synchronized Turn next(Visit visit, Row.@Nullable Books books) {
        fence(visit);
        this.books = books;
        told.add("next " + visit.epoch());
        return turns.isEmpty() ? new Turn.Nothing() : turns.remove();
    }

    @Override
    public synchronized Progress accept(Visit visit, Reader answer) {
        told.add("accept " + visit.epoch() + " " + read(answer));
        return progress.isEmpty() ? new Progress.Percent(100) : progress.remove();
    }

    private String read(Reader answer) {
        var text = new StringBuilder();
        char[] buffer = new char[8192];
        try {
            for (int n = answer.read(buffer); n >= 0; n = answer.read(buffer)) {
                characters += n;
                if (keepsText) {
                    text.append(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Override
    public synchronized Progress refused(Visit visit, StatusCode code, String message) {
        told.add("refused " + visit.epoch() + " " + code + " " + message);
        return progress.isEmpty() ? new Progress.Percent(100) : progress.remove();
    }

    @Override
    public synchronized void unreached(Visit visit, StatusCode code, String message) {
        told.add("unreached " + visit.epoch() + " " + code + " " + message);
    }

    @Override
    public synchronized void end(Visit visit) {
        told.add("end " + visit.epoch());
    }

    private void fence(Visit visit) {
        if (epochs.getOrDefault(visit.company(), new AtomicLong()).get() != visit.epoch()) {
            throw new Overtaken(visit);
        }
    }
}
