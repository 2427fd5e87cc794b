package org.complaintdesk.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.complaintdesk.bench.contender.Orders;

/** A contender in a Java process of its own, which lives as long as this. */
final class ContenderProcess implements AutoCloseable {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> EQUAL_FOR_ALL = List.of("-Xms512m", "-Xmx512m", "-Dfile.encoding=UTF-8");

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final Path log;

    private ContenderProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader();
        this.orders = process.outputWriter();
        this.log = log;
    }

    /** @param command what stands behind {@code java} and the options that are equal for all */
    static ContenderProcess start(String name, Path directory, List<String> command) throws IOException {
        List<String> java = new ArrayList<>(List.of(JAVA));
        java.addAll(EQUAL_FOR_ALL);
        java.addAll(command);
        Path log = directory.resolve(name + ".log");
        ProcessBuilder process = new ProcessBuilder(java).directory(directory.toFile()).redirectErrorStream(true);
        process.environment().keySet().removeIf(key -> key.startsWith("SPRING_") || key.startsWith("COMPLAINTDESK_"));
        ContenderProcess started = new ContenderProcess(name, process.start(), log);
        started.await(Orders.READY);
        return started;
    }

    /** @return what it answers, by name */
    Map<String, Double> order(String order) throws IOException {
        orders.write(order);
        orders.newLine();
        orders.flush();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String figure : await(Orders.ANSWER).split(";")) {
            int equals = figure.lastIndexOf('=');
            figures.put(figure.substring(0, equals), Double.valueOf(figure.substring(equals + 1)));
        }
        return figures;
    }

    private String await(String word) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length());
            }
            Files.writeString(log, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (line.startsWith(Orders.FAILURE)) {
                throw new AssertionError(name + ": " + line + "\n" + Files.readString(log));
            }
        }
        throw new AssertionError(name + " has ended; it said:\n" + (Files.exists(log) ? Files.readString(log) : "nothing"));
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
