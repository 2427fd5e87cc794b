package org.complaintdesk.platform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.impl.cmd.SetJobDefinitionPriorityCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandInvocationContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;

/**
 * The engine reads a job's definition whenever it makes a job, because somebody may have suspended it or given it another
 * priority. That is heard of within a second: whoever suspends also suspends the jobs that are there, and one that is made at
 * that very moment has always escaped.
 */
final class KnownJobDefinitions {

    private static final long LASTS = Duration.ofSeconds(1).toNanos();

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** @param nanos moments of this machine, as {@link System#nanoTime()} */
    KnownJobDefinitions(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Known(JobDefinitionEntity definition, long at) {
    }

    JobDefinitionManager manager() {
        return new Manager();
    }

    private final class Manager extends JobDefinitionManager {

        @Override
        public JobDefinitionEntity findById(String id) {
            if (isChanged()) {
                return super.findById(id);
            }
            Known last = known.get(id);
            if (last == null || nanos.getAsLong() - last.at() >= LASTS) {
                JobDefinitionEntity read = super.findById(id);
                if (read == null) {
                    known.remove(id);
                    return null;
                }
                last = new Known(read, nanos.getAsLong());
                known.put(id, last);
            }
            return last.definition();
        }

        /** What is changed must be the command's own. */
        private static boolean isChanged() {
            CommandInvocationContext at = Context.getCommandInvocationContext();
            return at != null && at.getCommand() instanceof SetJobDefinitionPriorityCmd;
        }
    }
}
