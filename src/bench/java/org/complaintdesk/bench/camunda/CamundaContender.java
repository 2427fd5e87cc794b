package org.complaintdesk.bench.camunda;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.complaintdesk.bench.contender.BareDatabase;
import org.complaintdesk.bench.contender.BareModel;
import org.complaintdesk.bench.contender.Contender;
import org.complaintdesk.bench.contender.Orders;

/**
 * Camunda alone, as it comes: full history, a transaction for each call. {@code -Dbench.tuned=true}: history level audit,
 * removal time at the start, no metrics, claim and completion in one transaction. Arguments: the database's address.
 */
public final class CamundaContender implements Contender {

    private static final long POLL_NANOS = 200_000_000;
    private static final boolean TUNED = Boolean.getBoolean("bench.tuned");

    private final ProcessEngine engine;
    private final ProcessEngineConfigurationImpl configuration;
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis());

    private CamundaContender(String url) {
        configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(BareDatabase.of(url));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(TUNED ? "audit" : "full");
        configuration.setJobExecutorActivate(true);
        if (TUNED) {
            configuration.setMetricsEnabled(false);
            configuration.setHistoryRemovalTimeStrategy("start");
        }
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addString("bare.bpmn",
                BareModel.bpmn("camunda", "http://camunda.org/schema/1.0/bpmn")).deploy();
    }

    public static void main(String... arguments) throws IOException {
        Orders.serve(new CamundaContender(arguments[0]));
    }

    @Override
    public String starts(Watch watch) {
        String key = "B-" + numbers.incrementAndGet();
        watch.step("intake", () -> engine.getRuntimeService().startProcessInstanceByKey(BareModel.PROCESS, key, BareModel.atTheStart()));
        return key;
    }

    @Override
    public void goesThrough(String key, Watch watch) {
        for (String name : BareModel.TASKS) {
            String task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(key).singleResult().getId();
            if (TUNED) {
                watch.step("complete " + name, () -> configuration.getCommandExecutorTxRequired().execute(context -> {
                    claims(task);
                    completes(task, name);
                    return null;
                }));
            } else {
                watch.step("claim " + name, () -> claims(task));
                watch.step("complete " + name, () -> completes(task, name));
            }
        }
    }

    private void claims(String task) {
        engine.getTaskService().claim(task, BareModel.PERSON);
    }

    private void completes(String task, String name) {
        engine.getTaskService().complete(task, BareModel.with(name));
    }

    @Override
    public boolean isQuiet() {
        return engine.getManagementService().createJobQuery().messages().count() == 0;
    }

    /** With the job executor as it comes. The clock stays; the timers' moment is moved, and the tables are analyzed. */
    @Override
    public double storm(int cases) {
        configuration.getJobExecutor().shutdown();
        IntStream.range(0, cases).parallel().forEach(number -> starts((step, work) -> work.run()));
        try (Connection connection = configuration.getDataSource().getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("update act_ru_job set duedate_ = localtimestamp - interval '1 hour' where type_ = 'timer'");
            sql.execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        long start = System.nanoTime();
        configuration.getJobExecutor().start();
        while (engine.getManagementService().createJobQuery().timers().executable().count() > 0) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        engine.close();
    }
}
