package dev.relink.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** What the machine did meanwhile, read from Linux' /proc; elsewhere it is not known. */
final class Machine {

    private static final Path STAT = Path.of("/proc/stat");
    private static final int HERTZ = 100;

    private Machine() {}

    /** CPU time that everything on this machine has used since it started; zero when not known. */
    static Duration busy() throws IOException {
        if (!Files.isReadable(STAT)) {
            return Duration.ZERO;
        }
        String[] jiffies = Files.readAllLines(STAT).getFirst().split("\\s+");
        long idle = Long.parseLong(jiffies[4]) + Long.parseLong(jiffies[5]);
        long all = Arrays.stream(jiffies)
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .sum();
        return Duration.ofMillis((all - idle) * 1000 / HERTZ);
    }

    /** The load average of the last minute, as text; a question mark when not known. */
    static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.isReadable(load) ? Files.readString(load).split(" ")[0] : "?";
    }

    /** The most memory that a process has ever had, in MB; 0 when not known. */
    static long mostResident(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        return !Files.isReadable(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0);
    }

    /** CPU time of a process, of its children that run, and of those that it has seen the end of; zero when not known. */
    static Duration usedWithChildren(long pid) throws IOException {
        long jiffies = jiffies(pid, 4);
        for (ProcessHandle child :
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList()) {
            jiffies += jiffies(child.pid(), 2);
        }
        return Duration.ofMillis(jiffies * 1000 / HERTZ);
    }

    /** Its own time in user and system mode, and as the third and fourth that of its ended children. */
    private static long jiffies(long pid, int kinds) throws IOException {
        Path stat = Path.of("/proc/" + pid + "/stat");
        if (!Files.isReadable(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        return Arrays.stream(text.substring(text.lastIndexOf(')') + 2).split(" "))
                .skip(11)
                .limit(kinds)
                .mapToLong(Long::parseLong)
                .sum();
    }

    static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
