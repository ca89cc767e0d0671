package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Connector.LostWrites;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls that are made once more, to the byte, since their answers were lost. Only for a short time: how long a requestid is
 * remembered is nowhere said. Never with a payment: one was reported to have been made twice under one requestid.
 */
final class Repetition {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private Repetition() {}

    static Optional<byte[]> of(LostWrites lost) {
        if (lost.age().compareTo(REMEMBERED) > 0) {
            return Optional.empty();
        }
        var again = Plan.of(lost.sent()).calls().stream()
                .filter(call -> call.isWrite() && !call.hasPayment())
                .filter(call -> call.requests().stream().anyMatch(lost.open()::contains))
                .toList();
        return again.isEmpty() ? Optional.empty() : Optional.of(new Plan(again).bytes());
    }
}
