package org.complaintdesk.platform;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** A job that ends takes its incident along, which the engine looks for each time: one that never failed has none. */
@Component
class JobIncidents extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<IncidentHandler> handlers = EngineParts.present(engine.getCustomIncidentHandlers());
        handlers.add(new OfFailedJobs());
        engine.setCustomIncidentHandlers(handlers);
    }

    private static final class OfFailedJobs extends DefaultIncidentHandler {

        private OfFailedJobs() {
            super(Incident.FAILED_JOB_HANDLER_TYPE);
        }

        @Override
        protected void removeIncident(IncidentContext about, boolean resolved) {
            JobEntity job = Context.getCommandContext().getDbEntityManager().getCachedEntity(JobEntity.class, about.getConfiguration());
            if (job == null || job.getRetries() == 0 || job.getExceptionMessage() != null) {
                super.removeIncident(about, resolved);
            }
        }
    }
}
