package org.complaintdesk.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.spring.ApplicationContextElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.springframework.context.ApplicationContext;

/** Finds the desk's own beans by their names, no others. */
class OurBeans extends ApplicationContextElResolver {

    private static final String OURS = "org.complaintdesk.";

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    OurBeans(ApplicationContext context) {
        super(context);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return base != null || !(property instanceof String name) || known.computeIfAbsent(name, this::isOurs)
                ? super.getValue(context, base, property) : null;
    }

    private boolean isOurs(String name) {
        Class<?> type = applicationContext.containsBean(name) ? applicationContext.getType(name) : null;
        return type != null && type.getName().startsWith(OURS);
    }
}
