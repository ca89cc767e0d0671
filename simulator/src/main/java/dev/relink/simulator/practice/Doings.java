package dev.relink.simulator.practice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the person at the keyboard did last to each record, for the second line of its row. */
final class Doings {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.US);

    private final Map<String, String> byRecord = new ConcurrentHashMap<>();

    void note(String record, String doing) {
        if (!doing.isEmpty()) {
            byRecord.put(record, doing + ", " + DAY.format(LocalDate.now(PracticeFile.ZONE)));
        }
    }

    String of(String record) {
        return byRecord.getOrDefault(record, "");
    }

    void clear() {
        byRecord.clear();
    }
}
