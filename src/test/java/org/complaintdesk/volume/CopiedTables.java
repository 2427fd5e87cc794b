package org.complaintdesk.volume;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which rows belong to a case, table by table, and how a column of one becomes that of its copy. In the values {@code p} is
 * the row of the lived case and {@code v} the copy: its running number, its case number, how long before its pattern it
 * happened and its shop.
 */
final class CopiedTables {

    /** Whose a row {@code p} is. Each copied case has a customer of its own. */
    private static final String BY_NUMBER = "p.number";
    private static final String BY_CASE = "p.case_number";
    private static final String BY_COMPLAINT = "(select c.number from complaint c where c.id = p.complaint_id)";
    private static final String BY_CUSTOMER = "unnest(array(select c.number from complaint c where c.customer_id = p.id))";
    private static final String BY_CLOCK = "(select c.case_number from case_clock c where c.id = p.clock_id)";
    private static final String BY_ROOT = case_("p.root_proc_inst_id_");
    private static final String BY_FLOW = case_("(select e.root_proc_inst_id_ from act_ru_execution e where e.id_ = p.proc_inst_id_)");
    private static final String BY_TASK = case_("(select e.root_proc_inst_id_ from act_ru_execution e"
            + " join act_ru_task t on t.proc_inst_id_ = e.id_ where t.id_ = p.task_id_)");

    /** Columns of the engine that hold an id of something that is copied too; each ends in the twelve digits of the node that made it. */
    private static final Set<String> ENGINE_IDS = Set.of("id_", "execution_id_", "proc_inst_id_", "process_instance_id_",
            "root_proc_inst_id_", "parent_id_", "super_exec_", "task_id_", "var_scope_", "act_inst_id_", "parent_act_inst_id_",
            "bytearray_id_", "var_inst_id_", "call_proc_inst_id_", "super_process_instance_id_");
    private static final Set<String> IDS = Set.of("id", "complaint_id", "customer_id", "clock_id");
    private static final Set<String> NAMING_THE_CASE = Set.of("number", "case_number", "business_key_", "update_key", "message_id",
            "resend_of", "said_with", "subject", "body", "text_");
    private static final Set<String> UNIQUE = Set.of("platform_id", "external_id", "order_number", "reference");

    private CopiedTables() {
    }

    private static String case_(String root) {
        return "(select split_part(h.business_key_, '/', 1) from act_hi_procinst h where h.id_ = %s)".formatted(root);
    }

    /** @return for each table the number of the case that a row {@code p} belongs to */
    static Map<String, String> caseOf() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("customer", BY_CUSTOMER);
        tables.put("complaint", BY_NUMBER);
        tables.put("complaint_reference", BY_NUMBER);
        tables.put("complaint_event", BY_COMPLAINT);
        tables.put("stage_stay", BY_COMPLAINT);
        tables.put("case_forecast", BY_COMPLAINT);
        tables.put("customer_message", BY_COMPLAINT);
        tables.put("case_clock", BY_CASE);
        tables.put("clock_entry", BY_CLOCK);
        tables.put("clock_alarm", BY_CLOCK);
        tables.put("customer_update", BY_CASE);
        tables.put("private_link", BY_CASE);
        for (String table : new String[] {"act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_varinst", "act_hi_detail",
                "act_ge_bytearray", "act_ru_job"}) {
            tables.put(table, BY_ROOT);
        }
        for (String table : new String[] {"act_ru_execution", "act_ru_variable", "act_ru_task", "act_ru_event_subscr"}) {
            tables.put(table, BY_FLOW);
        }
        tables.put("act_ru_identitylink", BY_TASK);
        return tables;
    }

    /**
     * What is left of a finished case that is not among the latest: each kind of row that something still looks for, so that
     * a million fit on a disk.
     *
     * @return a condition on the row {@code p}
     */
    static String lean(String table) {
        return switch (table) {
            case "customer_update" -> "p.kind in ('ACKNOWLEDGEMENT', 'RESULT')";
            case "case_clock" -> "p.name in ('SETTLEMENT', 'FIRST_RESPONSE')";
            case "clock_entry", "clock_alarm" -> "p.clock_id in (select id from lived.case_clock where name in ('SETTLEMENT', 'FIRST_RESPONSE'))";
            case "act_hi_procinst" -> "(p.business_key_ not like '%/%' or p.business_key_ similar to '%/(ACKNOWLEDGEMENT|RESULT)/%')";
            case "act_hi_actinst" -> "p.proc_def_key_ <> 'update-delivery' and p.act_type_ = 'userTask'";
            case "act_hi_varinst" -> "p.proc_def_key_ <> 'update-delivery'"
                    + " and p.name_ in ('number', 'categoryName', 'customerName')";
            case "act_hi_detail", "act_ge_bytearray", "customer_message" -> "false";
            default -> "true";
        };
    }

    /** @return the value of the copy's column */
    static String value(String table, String column, String type) {
        String own = "p." + column;
        if (NAMING_THE_CASE.contains(column)) {
            return "replace(%s, v.pattern, v.number)".formatted(own);
        }
        if (ENGINE_IDS.contains(column)) {
            return "overlay(%1$s placing lpad(to_hex(v.k), 12, '0') from length(%1$s) - 11)".formatted(own);
        }
        if (IDS.contains(column)) {
            return own + " + v.k * 10000";
        }
        if (UNIQUE.contains(column)) {
            return own + " || '-' || v.k";
        }
        if (type.startsWith("timestamp")) {
            // Nothing becomes due while pages are looked at.
            boolean wakes = column.equals("duedate_") || column.equals("look_again_at");
            return wakes ? own + " + interval '400 days'" : own + " - v.ago";
        }
        return switch (column) {
            case "shop", "tenant_id_" -> "v.shop";
            case "email", "recipient" -> "'b' || v.k || '.' || " + own;
            case "phone" -> "case when %s is null then null else '1' || lpad((v.k * 7919 %% 10000000000)::text, 10, '0') end".formatted(own);
            case "description" -> VolumeWords.DESCRIPTION;
            case "category" -> "case when %s is null then null else (array['QUALITY', 'DAMAGED_IN_TRANSIT', 'WRONG_OR_MISSING', 'LOST_OR_STALLED', 'INVOICE', 'PRICE', 'SERVICE_ATTITUDE', 'OTHER'])[1 + v.k %% 8] end".formatted(own);
            case "closing" -> "case when %s is null then null else (array['SATISFIED', 'SATISFIED', 'NOT_AGREED', 'WITHDRAWN'])[1 + v.k %% 4] end".formatted(own);
            case "token_hash" -> "sha256(%s || v.k::text::bytea)".formatted(own);
            case "priority_" -> table.equals("act_ru_task") ? "10 + v.k % 80" : own;
            case "assignee_" -> table.equals("act_ru_task") ? "case when v.k % 5 = 0 then 'agent' || v.k / 5 % 50 end" : own;
            case "lock_owner_", "lock_exp_time_" -> "null";
            default -> own;
        };
    }
}
