package org.complaintdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.complaintdesk.support.DeskFigures;

/** What the machine is, and what was taken from it meanwhile. */
final class Machine {

    private static final int STEAL = 7;

    private Machine() {
    }

    /** Time since the machine started, in ticks of all cores. */
    record Ticks(long all, long stolen) {

        static Ticks now() {
            try {
                long[] ticks = Arrays.stream(Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+")).skip(1)
                        .mapToLong(Long::parseLong).toArray();
                return new Ticks(Arrays.stream(ticks).limit(STEAL + 1).sum(), ticks[STEAL]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** @return how much of the time the host gave to others, percent */
        double stolenSince(Ticks before) {
            return 100.0 * (stolen - before.stolen) / Math.max(1, all - before.all);
        }
    }

    static Map<String, String> described() throws IOException {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        machine.put("processor", firstOf("/proc/cpuinfo", "model name"));
        machine.put("memory", firstOf("/proc/meminfo", "MemTotal"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("Java", System.getProperty("java.vm.version"));
        machine.put("load of the last minute", DeskFigures.load());
        return machine;
    }

    private static String firstOf(String file, String word) throws IOException {
        return Files.readAllLines(Path.of(file)).stream().filter(line -> line.startsWith(word))
                .map(line -> line.substring(line.indexOf(':') + 1).trim()).findFirst().orElse("?");
    }
}
