package org.complaintdesk.support;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Whatever the application under test says to its database can be counted: {@link SqlCounts}. */
@TestComponent
public class WatchedDataSource implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? SqlCounts.watched(source) : bean;
    }
}
