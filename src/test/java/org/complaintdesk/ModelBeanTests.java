package org.complaintdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintdesk.support.ProcessModel.bean;
import static org.complaintdesk.support.ProcessModel.camunda;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.ProcessModel;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every bean a model names exists and can do what the model asks of it. */
@DeskTest
class ModelBeanTests {

    private static final Pattern STRING = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern MEMBER = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)\\s*\\.\\s*(\\w+)");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{(\\w+)}");
    private static final Set<String> ENGINE = Set.of("execution", "task");

    @Autowired
    private ApplicationContext context;

    private final Set<String> wrong = new TreeSet<>();

    @Test
    void every_delegate_and_listener_is_a_bean_of_the_right_kind() {
        for (ProcessModel model : ProcessModel.all()) {
            model.each(BaseElement.class).forEach(element ->
                    checkKind(model, camunda(element, "delegateExpression"), JavaDelegate.class));
            model.each(CamundaTaskListener.class).forEach(listener ->
                    checkKind(model, listener.getCamundaDelegateExpression(), TaskListener.class));
            model.each(CamundaExecutionListener.class).forEach(listener ->
                    checkKind(model, listener.getCamundaDelegateExpression(), ExecutionListener.class));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_task_of_a_person_is_handled_by_the_class_of_its_name() {
        for (ProcessModel model : ProcessModel.all()) {
            for (UserTask task : model.each(UserTask.class)) {
                String expected = model.room() + "." + task.getId();
                String actual = context.containsBean(bean(task.getId())) ? type(bean(task.getId())).getName() : "nothing";
                if (!expected.equals(actual)) {
                    wrong.add("%s: %s is handled by %s".formatted(model.file(), task.getId(), actual));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void expressions_use_only_beans_that_exist_and_what_these_offer() {
        for (ProcessModel model : ProcessModel.all()) {
            for (String expression : model.expressions()) {
                Matcher members = MEMBER.matcher(STRING.matcher(expression).replaceAll("''"));
                while (members.find()) {
                    checkMember(model, members.group(1), members.group(2));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void checkKind(ProcessModel model, String delegate, Class<?> kind) {
        if (delegate == null) {
            return;
        }
        Matcher bean = BEAN.matcher(delegate);
        if (!bean.matches() || !context.containsBean(bean.group(1))) {
            wrong.add("%s: %s is no bean".formatted(model.file(), delegate));
        } else if (!kind.isAssignableFrom(type(bean.group(1)))) {
            wrong.add("%s: %s is no %s".formatted(model.file(), delegate, kind.getSimpleName()));
        }
    }

    private void checkMember(ProcessModel model, String bean, String member) {
        if (ENGINE.contains(bean)) {
            return;
        }
        if (!context.containsBean(bean)) {
            wrong.add("%s: %s is no bean".formatted(model.file(), bean));
        } else if (Arrays.stream(type(bean).getMethods()).noneMatch(method -> Stream.of(member, "get" + capital(member),
                "is" + capital(member)).anyMatch(method.getName()::equals))) {
            wrong.add("%s: %s offers no %s".formatted(model.file(), bean, member));
        }
    }

    private Class<?> type(String bean) {
        return AopUtils.getTargetClass(context.getBean(bean));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
