package org.complaintdesk.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntry;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;

/** One of the engine's operations in the audit log's words. */
record EngineChange(AuditEvent what, String subject, String detail) {

    /** Everyday work, which the engine's history and the cases' stories tell. */
    private static final Set<String> EVERYDAY = Set.of(EntityTypes.COMMENT, EntityTypes.ATTACHMENT, EntityTypes.METRICS,
            EntityTypes.TASK_METRICS, EntityTypes.OPERATION_LOG);
    private static final Set<String> RETRIES = Set.of(UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES,
            UserOperationLogEntry.OPERATION_TYPE_EXECUTE);

    static Optional<EngineChange> of(UserOperationLogContextEntry entry) {
        return Optional.ofNullable(what(entry)).map(what -> new EngineChange(what, subject(entry), detail(entry)));
    }

    /** @return null for what is no business of the audit log */
    private static AuditEvent what(UserOperationLogContextEntry entry) {
        String type = entry.getEntityType();
        String operation = entry.getOperationType();
        if (EVERYDAY.contains(type) || isStart(type, operation)) {
            return null;
        }
        return switch (type) {
            case EntityTypes.USER -> UserOperationLogEntry.OPERATION_TYPE_UNLOCK.equals(operation)
                    ? AuditEvent.UNLOCKED : AuditEvent.PERSON_CHANGED;
            case EntityTypes.GROUP, EntityTypes.GROUP_MEMBERSHIP -> AuditEvent.GROUPS_CHANGED;
            case EntityTypes.TENANT, EntityTypes.TENANT_MEMBERSHIP -> AuditEvent.SHOPS_CHANGED;
            case EntityTypes.AUTHORIZATION, EntityTypes.FILTER -> AuditEvent.RIGHTS_CHANGED;
            case EntityTypes.DEPLOYMENT -> AuditEvent.DEPLOYED;
            case EntityTypes.TASK, EntityTypes.IDENTITY_LINK -> AuditEvent.REASSIGNED;
            default -> RETRIES.contains(operation) ? AuditEvent.RETRIED : AuditEvent.INTERVENED;
        };
    }

    private static boolean isStart(String type, String operation) {
        return EntityTypes.PROCESS_INSTANCE.equals(type) && UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(operation);
    }

    private static String subject(UserOperationLogContextEntry entry) {
        List<String> names = switch (entry.getEntityType()) {
            case EntityTypes.USER, EntityTypes.GROUP_MEMBERSHIP, EntityTypes.TENANT_MEMBERSHIP, EntityTypes.AUTHORIZATION ->
                    Arrays.asList(changed(entry, "userId"), changed(entry, "groupId"), changed(entry, "tenantId"));
            case EntityTypes.GROUP -> Arrays.asList(changed(entry, "groupId"));
            case EntityTypes.TENANT -> Arrays.asList(changed(entry, "tenantId"));
            default -> Arrays.asList(entry.getTaskId(), entry.getJobId(), entry.getProcessInstanceId(), entry.getDeploymentId(),
                    entry.getBatchId(), entry.getJobDefinitionId(), entry.getProcessDefinitionKey(), changed(entry, "filterId"));
        };
        return names.stream().filter(Objects::nonNull).findFirst().orElse(entry.getEntityType());
    }

    private static String changed(UserOperationLogContextEntry entry, String property) {
        return changes(entry).filter(change -> property.equals(change.getPropertyName()))
                .map(change -> Objects.toString(change.getNewValueString(), change.getOrgValueString()))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String detail(UserOperationLogContextEntry entry) {
        String process = entry.getProcessDefinitionKey() == null ? "" : " " + entry.getProcessDefinitionKey();
        return entry.getOperationType() + " " + entry.getEntityType() + process + changes(entry).map(EngineChange::told)
                .filter(Objects::nonNull).collect(Collectors.joining(", ", ": ", "")).replaceFirst("^: $", "");
    }

    private static String told(PropertyChange change) {
        if (change.getOrgValue() == null && change.getNewValue() == null) {
            return null;
        }
        return change.getPropertyName() + " " + (change.getOrgValue() == null ? "" : change.getOrgValueString() + " → ")
                + Objects.toString(change.getNewValueString(), "–");
    }

    private static Stream<PropertyChange> changes(UserOperationLogContextEntry entry) {
        return entry.getPropertyChanges() == null ? Stream.empty() : entry.getPropertyChanges().stream();
    }
}
