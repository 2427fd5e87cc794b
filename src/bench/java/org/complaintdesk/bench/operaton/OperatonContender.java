package org.complaintdesk.bench.operaton;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.complaintdesk.bench.contender.BareDatabase;
import org.complaintdesk.bench.contender.BareModel;
import org.complaintdesk.bench.contender.Contender;
import org.complaintdesk.bench.contender.Orders;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Operaton alone, as it comes: full history, a transaction for each call; the same as Camunda's contender but for the package.
 * Arguments: the database's address.
 */
public final class OperatonContender implements Contender {

    private final ProcessEngine engine;
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis());

    private OperatonContender(String url) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(BareDatabase.of(url));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(true);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addString("bare.bpmn",
                BareModel.bpmn("operaton", "http://operaton.org/schema/1.0/bpmn")).deploy();
    }

    public static void main(String... arguments) throws IOException {
        Orders.serve(new OperatonContender(arguments[0]));
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
            watch.step("claim " + name, () -> claims(task));
            watch.step("complete " + name, () -> completes(task, name));
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

    @Override
    public void close() {
        engine.close();
    }
}
