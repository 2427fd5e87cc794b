package org.complaintdesk.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Puts the desk's one clock, which is the engine's, so many milliseconds ahead in a node started with this agent. */
public final class ClockAgent {

    private static final String CLOCK = "org.camunda.bpm.engine.impl.util.ClockUtil";

    private ClockAgent() {
    }

    public static void premain(String millis, Instrumentation java) {
        Thread thread = new Thread(() -> {
            Class<?> clock = null;
            while (clock == null) {
                Pause.millis(20);
                for (Class<?> type : java.getAllLoadedClasses()) {
                    clock = type.getName().equals(CLOCK) ? type : clock;
                }
            }
            try {
                clock.getMethod("offset", Long.class).invoke(null, Long.valueOf(millis));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }, "clock-agent");
        thread.setDaemon(true);
        thread.start();
    }

    /** @return the agent as Java takes it: {@code -javaagent:<this>=<millis>} */
    static Path jar(Path directory) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ClockAgent.class.getName());
        Path file = directory.resolve("clock-agent.jar");
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Class<?> type : new Class<?>[] {ClockAgent.class, Pause.class}) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
        return file;
    }
}
