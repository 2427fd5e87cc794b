package org.complaintdesk.intake.csv;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.platform.AsSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Speaks to the process intake-csv for the pages and the API. */
@Component
class ImportProcess {

    private static final String ERASED = "Personal data erased";

    private final RuntimeService runtime;
    private final AsSystem asSystem;
    private final JdbcClient jdbc;

    ImportProcess(RuntimeService runtime, AsSystem asSystem, JdbcClient jdbc) {
        this.runtime = runtime;
        this.asSystem = asSystem;
        this.jdbc = jdbc;
    }

    /** Starts taking a file in; nobody needs, and nobody gets, the right to start this process. */
    void begin(long id) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(ImportVariables.PROCESS, new ImportVariables(id).businessKey()));
    }

    /** @return whether taking the file in has failed for good, until somebody has it tried again in Cockpit */
    boolean isStopped(long id) {
        return asSystem.call(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(new ImportVariables(id).businessKey(), ImportVariables.PROCESS)
                .withIncident().count()) > 0;
    }

    /** A database that refuses a row repeats it: what the engine noted of why the file was stopped goes, that it was stopped stays. */
    void forgetFailure(long id) {
        List<String> traces = jdbc.sql("""
                        select j.exception_stack_id_ from act_ru_job j join act_ru_execution x on x.id_ = j.process_instance_id_
                         where x.business_key_ = ? and j.exception_stack_id_ is not null""")
                .param(new ImportVariables(id).businessKey()).query(String.class).list();
        jdbc.sql("""
                        update act_ru_job set exception_msg_ = :erased, exception_stack_id_ = null, rev_ = rev_ + 1
                         where exception_msg_ is not null and process_instance_id_ in (select id_ from act_ru_execution where business_key_ = :key)""")
                .param("erased", ERASED).param("key", new ImportVariables(id).businessKey()).update();
        jdbc.sql("""
                        update act_ru_incident set incident_msg_ = :erased, rev_ = rev_ + 1
                         where proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = :key)""")
                .param("erased", ERASED).param("key", new ImportVariables(id).businessKey()).update();
        jdbc.sql("delete from act_ge_bytearray where id_ = any(?)").param(traces.toArray(String[]::new)).update();
    }
}
