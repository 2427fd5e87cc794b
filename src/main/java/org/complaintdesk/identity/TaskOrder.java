package org.complaintdesk.identity;

import static org.camunda.bpm.engine.impl.TaskQueryProperty.ASSIGNEE;
import static org.camunda.bpm.engine.impl.TaskQueryProperty.DUE_DATE;
import static org.camunda.bpm.engine.impl.TaskQueryProperty.PRIORITY;
import static org.camunda.bpm.engine.impl.TaskQueryProperty.TASK_ID;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.QueryProperty;

/**
 * Makes the order of a list of tasks complete, so that no task is on two pages, and such that the indexes of
 * {@code StartInTurn} have it: what is asked for, then the id, both in the same direction.
 */
final class TaskOrder {

    private TaskOrder() {
    }

    /** @return whether all of it is in the task itself; an order by variables is left to the engine */
    static boolean isOfTask(TaskQueryImpl query) {
        return query.getOrderingProperties().stream().allMatch(QueryOrderingProperty::isContainedProperty);
    }

    static void complete(TaskQueryImpl query) {
        List<QueryOrderingProperty> order = new ArrayList<>(query.getOrderingProperties());
        if (query.isUnassigned()) {
            // Nothing is sorted by what is the same everywhere; PostgreSQL would, because it is null.
            order.removeIf(by -> by.getQueryProperty().equals(ASSIGNEE));
        }
        Direction direction = order.isEmpty() ? Direction.ASCENDING : order.get(order.size() - 1).getDirection();
        if (order.size() == 1 && order.get(0).getQueryProperty().equals(PRIORITY)) {
            order.add(new QueryOrderingProperty(DUE_DATE, opposite(direction)));
        }
        if (!orders(order, TASK_ID)) {
            order.add(new QueryOrderingProperty(TASK_ID, direction));
        }
        query.setOrderingProperties(order);
    }

    private static boolean orders(List<QueryOrderingProperty> order, QueryProperty property) {
        return order.stream().anyMatch(by -> by.getQueryProperty().equals(property));
    }

    private static Direction opposite(Direction direction) {
        return direction == Direction.ASCENDING ? Direction.DESCENDING : Direction.ASCENDING;
    }
}
