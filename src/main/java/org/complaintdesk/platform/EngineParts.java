package org.complaintdesk.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What plugins add to the engine's insides, each beside what others have added: its setters would take the others' away. */
public final class EngineParts {

    private EngineParts() {
    }

    /** @param part the engine's class whose place is taken in every command */
    public static void replace(ProcessEngineConfigurationImpl engine, Class<? extends Session> part, Supplier<? extends Session> ours) {
        List<SessionFactory> factories = present(engine.getCustomSessionFactories());
        factories.add(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return part;
            }

            @Override
            public Session openSession() {
                return ours.get();
            }
        });
        engine.setCustomSessionFactories(factories);
    }

    /** Around every command, outside the engine's own transaction; within those that are there already. */
    public static void around(ProcessEngineConfigurationImpl engine, CommandInterceptor... interceptors) {
        List<CommandInterceptor> around = present(engine.getCustomPreCommandInterceptorsTxRequired());
        around.addAll(List.of(interceptors));
        engine.setCustomPreCommandInterceptorsTxRequired(around);
    }

    /** The same, around those that are there already. */
    static void aroundAll(ProcessEngineConfigurationImpl engine, CommandInterceptor interceptor) {
        List<CommandInterceptor> around = present(engine.getCustomPreCommandInterceptorsTxRequired());
        around.add(0, interceptor);
        engine.setCustomPreCommandInterceptorsTxRequired(around);
    }

    /** @param change what every user task of every process gets, whatever its model says */
    public static void everyUserTask(ProcessEngineConfigurationImpl engine, Consumer<TaskDefinition> change) {
        List<BpmnParseListener> listeners = present(engine.getCustomPreBPMNParseListeners());
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
                change.accept(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
            }
        });
        engine.setCustomPreBPMNParseListeners(listeners);
    }

    /**
     * Statements of ours beside the engine's own; once for each engine, when it knows its own.
     *
     * @param mapper a mapper's path in the class path
     */
    public static void addStatements(ProcessEngineConfigurationImpl engine, String mapper) {
        Configuration statements = engine.getSqlSessionFactory().getConfiguration();
        try (InputStream ours = EngineParts.class.getClassLoader().getResourceAsStream(mapper)) {
            new XMLMapperBuilder(ours, statements, mapper, statements.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return a list of one's own with what is there, nothing for null */
    static <T> List<T> present(List<T> there) {
        return there == null ? new ArrayList<>() : new ArrayList<>(there);
    }
}
