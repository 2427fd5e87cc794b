package org.complaintdesk.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people look at all day, by name: the same for every volume. */
final class Pages {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String BENCH_FILTER = "bench";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The largest a desk offers. */
    private static final List<String> FIVE = List.of("number", "categoryName", "customerName", "severity", "settlementDue");
    /** What Tasklist offers to sort by. */
    private static final Map<String, String> ORDERS = orders();

    private final VolumeDesk desk;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    /** @param counts whether the desk is made to forget what it has counted before */
    record Page(Person who, String path, String body, boolean counts) {

        void look() throws Exception {
            who.ask(path, body);
        }

        void forget() throws Exception {
            if (counts) {
                who.claimsNothing();
            }
        }
    }

    private Pages(VolumeDesk desk) {
        this.desk = desk;
    }

    static Map<String, Page> of(VolumeDesk desk) throws Exception {
        Pages pages = new Pages(desk);
        Person agent = desk.agent().signIn();
        Person everywhere = desk.agentOfAll().signIn();
        Person supervisor = desk.supervisor().signIn();
        Person manager = desk.manager().signIn();
        pages.tasks(agent, everywhere, supervisor, manager);
        pages.cases("agent", agent);
        pages.cases("supervisor", supervisor);
        pages.cases("manager", manager);
        pages.files(manager);
        pages.others(supervisor, manager);
        return pages.pages;
    }

    private static Map<String, String> orders() {
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("as it opens: by priority, then due time", "");
        for (String by : List.of("created", "dueDate", "followUpDate", "name", "assignee", "priority")) {
            for (String order : List.of("desc", "asc")) {
                orders.put("by " + by + " " + order, "{\"sortBy\": \"%s\", \"sortOrder\": \"%s\"}".formatted(by, order));
            }
        }
        return orders;
    }

    private void tasks(Person agent, Person everywhere, Person supervisor, Person manager) throws Exception {
        Map<String, String> filters = filters();
        for (Map.Entry<String, String> order : ORDERS.entrySet()) {
            list("agent's group, five variables, " + order.getKey(), agent, filters.get("benchGroup"), order.getValue());
            list("agent's of all shops group, five variables, " + order.getKey(), everywhere, filters.get("benchGroup"), order.getValue());
            list("supervisor's all, five variables, " + order.getKey(), supervisor, filters.get("benchAll"), order.getValue());
            list("manager's all, five variables, " + order.getKey(), manager, filters.get("benchAll"), order.getValue());
        }
        for (String list : List.of("mine", "group", "tell", "overdue")) {
            list("agent's list " + list, agent, filters.get(list), "");
            list("agent's of all shops list " + list, everywhere, filters.get(list), "");
        }
        for (String list : List.of("escalated", "late", "dueSoon", "unassigned", "all")) {
            list("manager's list " + list, manager, filters.get(list), "");
        }
        searches(manager, filters.get("all"));
        for (Map.Entry<String, Person> who : Map.of("agent", agent, "agent of all shops", everywhere, "supervisor", supervisor,
                "manager", manager).entrySet()) {
            pages.put("Counts beside the lists, kept: " + who.getKey(), new Page(who.getValue(), "/work/filter-counts", null, false));
            pages.put("Counts beside the lists, counted: " + who.getKey(), new Page(who.getValue(), "/work/filter-counts", null, true));
        }
        pages.put("Count of the open list, Tasklist's own: agent of all shops, group", new Page(everywhere, ENGINE + "/filter/%s/count"
                .formatted(filters.get("group")), "{}", false));
        pages.put("Count of the open list, Tasklist's own: manager, all", new Page(manager, ENGINE + "/filter/%s/count"
                .formatted(filters.get("all")), "{}", false));
    }

    /** As Tasklist's search asks for tasks by the variables that its lists show. */
    private void searches(Person manager, String all) {
        String one = number("""
                select business_key_ from act_ru_execution where business_key_ like 'C-%' and business_key_ not like '%/%'
                 order by business_key_ desc offset 100 limit 1""");
        search("a number like C-%0%7", manager, all, "number", "like", "C-%0%7", false);
        search("a number", manager, all, "number", "eq", one, false);
        search("a number's beginning", manager, all, "number", "like", one.substring(0, one.length() - 1) + "%", false);
        search("a number's end", manager, all, "number", "like", "%" + one.substring(one.length() - 6), false);
        search("a part of a number, any case", manager, all, "number", "like", "%" + one.substring(one.length() - 5) + "%", true);
        search("a severity", manager, all, "severity", "eq", "P1", false);
        search("a name that nobody has", manager, all, "customerName", "eq", "没有人", false);
    }

    private void search(String what, Person who, String filter, String variable, String operator, String value, boolean anyCase) {
        pages.put("Tasks: manager's all with " + what, new Page(who, ENGINE + "/filter/%s/list?firstResult=0&maxResults=15".formatted(filter), """
                {"processVariables": [{"name": "%s", "operator": "%s", "value": "%s"}], "variableValuesIgnoreCase": %s}"""
                .formatted(variable, operator, value, anyCase), false));
    }

    private void list(String name, Person who, String filter, String sorting) {
        pages.put("Tasks: " + name, new Page(who, ENGINE + "/filter/%s/list?firstResult=0&maxResults=15".formatted(filter),
                "{\"sorting\": [%s]}".formatted(sorting), false));
    }

    /** The desk's own by their keys, and two that show as many variables as can be. */
    private Map<String, String> filters() throws Exception {
        Map<String, String> found = new LinkedHashMap<>();
        for (JsonNode filter : desk.asAdmin("/engine-rest/filter?resourceType=Task")) {
            found.put(filter.path("properties").path("deskFilter").asText(), filter.path("id").asText());
        }
        for (String list : List.of("Group", "All")) {
            if (!found.containsKey(BENCH_FILTER + list)) {
                JsonNode own = desk.asAdmin("/engine-rest/filter/" + found.get(list.toLowerCase()));
                Map<String, Object> properties = Map.of("deskFilter", BENCH_FILTER + list, "variables",
                        FIVE.stream().map(name -> Map.of("name", name, "label", name)).toList());
                String made = desk.asAdmin("/engine-rest/filter/create", JSON.writeValueAsString(Map.of("name", BENCH_FILTER + list,
                        "resourceType", "Task", "properties", properties, "query", own.path("query")))).path("id").asText();
                desk.asAdmin("/engine-rest/authorization/create",
                        "{\"type\": 0, \"userId\": \"*\", \"resourceType\": 5, \"resourceId\": \"%s\", \"permissions\": [\"READ\"]}".formatted(made));
                found.put(BENCH_FILTER + list, made);
            }
        }
        return found;
    }

    private void cases(String role, Person who) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("newest", "");
        asked.put("page 20", "page=19");
        asked.put("by due", "sort=DUE");
        asked.put("by risk", "sort=RISK");
        asked.put("by finish", "sort=FINISH");
        asked.put("overdue", "overdue=true");
        asked.put("due within four hours", "dueWithin=PT4H");
        asked.put("escalated", "escalated=true");
        asked.put("failed mail", "mailFailed=true");
        asked.put("stage PROPOSING", "stage=PROPOSING");
        asked.put("stage CLOSED", "stage=CLOSED");
        asked.put("category PRICE", "category=PRICE");
        asked.put("severity P1", "severity=P1");
        asked.put("channel JD", "channel=JD");
        asked.put("a shop", "shop=" + Person.encoded(VolumeDesk.SHOPS.get(0)));
        asked.put("somebody's", "assignee=agent1");
        asked.put("nobody's", "assignee=-");
        asked.put("received today", "receivedOn=" + java.time.LocalDate.now());
        asked.put("closed in a month", "closedFrom=%s&closedTo=%s".formatted(java.time.LocalDate.now().minusDays(90),
                java.time.LocalDate.now().minusDays(60)));
        asked.put("stage, category, severity and channel", "stage=PROPOSING&category=PRICE&severity=P3&channel=JD");
        for (Map.Entry<String, String> words : Map.of("a word of every case", VolumeWords.EVERYWHERE, "of one in ten", VolumeWords.OFTEN,
                "of one in ten thousand", VolumeWords.SELDOM, "that none has", "琉璃盏", "of one character", "酒",
                "two words", VolumeWords.OFTEN + " 破损", "a number in a text", "7919").entrySet()) {
            asked.put("search, " + words.getKey(), "q=" + Person.encoded(words.getValue()));
        }
        asked.put("search, a telephone number", "q=13800001202");
        asked.forEach((what, parameters) -> pages.put("/cases " + role + ": " + what, new Page(who, "/cases?" + parameters, null, false)));
    }

    private void files(Person manager) {
        String usual = number("select number from complaint where closed_at is null order by id desc offset 500 limit 1");
        String finished = number("select number from complaint where closed_at is not null order by id offset 500 limit 1");
        String large = number("""
                select c.number from (select id, number from complaint where closed_at is null order by id desc limit 2000) c
                  join complaint_event e on e.complaint_id = c.id group by c.number order by count(*) desc limit 1""");
        page("Case file, open", manager, "/cases/" + usual);
        page("Case file, finished long ago", manager, "/cases/" + finished);
        page("Case file, large history", manager, "/cases/" + large);
        page("Case file as PDF, large history", manager, "/cases/%s/file.pdf".formatted(large));
        page("Case's clocks", manager, "/cases/%s/clocks".formatted(large));
        page("Case's API", manager, "/api/complaints/" + large);
        page("Customer with many cases", manager, "/customers/" + number("select customer_id from complaint group by 1 order by count(*) desc limit 1"));
        page("Case in Cockpit", manager, "/insight/cases/" + usual);
    }

    private String number(String sql) {
        return desk.database().sql(sql).query(String.class).single();
    }

    private void others(Person supervisor, Person manager) {
        page("Home", supervisor, "/");
        page("/insight supervisor", supervisor, "/insight");
        page("/insight manager", manager, "/insight");
        page("/insight/figures manager", manager, "/insight/figures");
        page("Finished in Cockpit", manager, "/insight/finished");
        page("Stays in Cockpit, 30 days", manager, "/insight/stays?process=complaint-handling&days=30");
        page("Stays in Cockpit, 365 days", manager, "/insight/stays?process=complaint-handling&days=365");
        page("Who stands longest", manager, "/insight/stays/complaint-handling/ProposeSolution");
        page("Cockpit's own statistics", manager, ENGINE + "/process-definition/statistics?failedJobs=true&rootIncidents=true");
        for (String tab : List.of("AHEAD", "BREACHED", "FIRST_RESPONSE", "WAITING", "LATE_ALARMS")) {
            page("/deadlines manager: " + tab, manager, "/deadlines?tab=" + tab);
        }
        page("/deadlines supervisor", supervisor, "/deadlines");
        page("/deadlines of a shop", manager, "/deadlines?shop=" + Person.encoded(VolumeDesk.SHOPS.get(3)));
        page("/reviews", manager, "/reviews");
        for (Person who : List.of(manager, supervisor)) {
            String list = "/customers " + (who == manager ? "manager" : "supervisor of one shop");
            page(list, who, "/customers");
            page(list + ": a name", who, "/customers?q=" + Person.encoded("王女士"));
            page(list + ": a name that nobody has", who, "/customers?q=" + Person.encoded("没有这个人"));
            page(list + ": last digits", who, "/customers?q=0000");
        }
        page("/people", manager, "/people");
        page("/roster", manager, "/roster");
        page("/audit", manager, "/audit");
        page("/audit of a person", manager, "/audit?who=nobody");
        page("/audit of a kind", manager, "/audit?what=POLICY_CHANGED");
        page("/mailbox", supervisor, "/mailbox");
        page("/imports", supervisor, "/imports");
        page("API: newest", manager, "/api/complaints");
        page("API: overdue", manager, "/api/complaints?overdue=true");
        page("API: word", manager, "/api/complaints?q=" + Person.encoded(VolumeWords.SELDOM));
        page("API: reviews", manager, "/api/reviews");
    }

    private void page(String name, Person who, String path) {
        pages.put(name, new Page(who, path, null, false));
    }
}
