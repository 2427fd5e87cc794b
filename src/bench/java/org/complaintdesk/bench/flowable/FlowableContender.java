package org.complaintdesk.bench.flowable;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.complaintdesk.bench.contender.BareDatabase;
import org.complaintdesk.bench.contender.BareModel;
import org.complaintdesk.bench.contender.Contender;
import org.complaintdesk.bench.contender.Orders;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable alone, as it comes, with full history. Arguments: the database's address. */
public final class FlowableContender implements Contender {

    private final ProcessEngine engine;
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis());

    private FlowableContender(String url) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(BareDatabase.of(url));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.FULL);
        configuration.setAsyncExecutorActivate(true);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addString("bare.bpmn",
                BareModel.bpmn("flowable", "http://flowable.org/bpmn")).deploy();
    }

    public static void main(String... arguments) throws IOException {
        Orders.serve(new FlowableContender(arguments[0]));
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
            watch.step("claim " + name, () -> engine.getTaskService().claim(task, BareModel.PERSON));
            watch.step("complete " + name, () -> engine.getTaskService().complete(task, BareModel.with(name)));
        }
    }

    @Override
    public boolean isQuiet() {
        return engine.getManagementService().createJobQuery().count() == 0;
    }

    @Override
    public void close() {
        engine.close();
    }
}
