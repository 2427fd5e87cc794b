package org.complaintdesk.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A data source whose connections tell {@link SqlCounts} what is said through them. */
final class WatchedSql {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** What leaves a trace in the log of the database, locked rows included. */
    private static final Pattern WRITES = Pattern.compile(
            "^(insert|update|delete|merge|truncate|call)\\b|^with\\b.*\\b(insert into|update|delete from)\\b|\\bfor (no key )?(update|share)\\b",
            Pattern.CASE_INSENSITIVE);

    private WatchedSql() {
    }

    static DataSource dataSource(DataSource source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(source, proxy, method, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private static Connection connection(Connection connection) {
        Transaction transaction = new Transaction(connection);
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> statement(PreparedStatement.class, invoke(connection, proxy, method, arguments),
                    (String) arguments[0], transaction);
            case "prepareCall" -> statement(CallableStatement.class, invoke(connection, proxy, method, arguments),
                    (String) arguments[0], transaction);
            case "createStatement" -> statement(Statement.class, invoke(connection, proxy, method, arguments), null, transaction);
            case "commit", "setAutoCommit" -> {
                // Switching to auto-commit commits what is open.
                if (method.getName().equals("commit") || (Boolean) arguments[0]) {
                    transaction.commits();
                }
                yield invoke(connection, proxy, method, arguments);
            }
            case "rollback" -> {
                if (arguments == null) {
                    transaction.rollsBack();
                }
                yield invoke(connection, proxy, method, arguments);
            }
            default -> invoke(connection, proxy, method, arguments);
        });
    }

    private static <S extends Statement> S statement(Class<S> type, Object statement, String prepared, Transaction transaction) {
        List<String> batch = new ArrayList<>();
        return proxy(type, (proxy, method, arguments) -> {
            Object result = invoke(statement, proxy, method, arguments);
            String text = arguments != null && arguments[0] instanceof String direct ? direct : prepared;
            switch (method.getName()) {
                case "addBatch" -> batch.add(plain(text));
                case "clearBatch" -> batch.clear();
                case "executeBatch", "executeLargeBatch" -> {
                    transaction.says(List.copyOf(batch), result);
                    batch.clear();
                }
                case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" ->
                        transaction.says(List.of(plain(text)), result);
                default -> { }
            }
            return result;
        });
    }

    private static String plain(String text) {
        return SPACE.matcher(text.strip()).replaceAll(" ");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(WatchedSql.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("equals") && method.getDeclaringClass() == Object.class) {
            return proxy == arguments[0];
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What was said on a connection since it last committed. */
    private static final class Transaction {

        private final Connection connection;
        private boolean open;
        private boolean wrote;

        Transaction(Connection connection) {
            this.connection = connection;
        }

        void says(List<String> texts, Object result) throws SQLException {
            if (texts.isEmpty()) {
                return;
            }
            SqlCounts.said(texts);
            boolean writes = changed(result) && texts.stream().anyMatch(text -> WRITES.matcher(text).find());
            if (!connection.getAutoCommit()) {
                open = true;
                wrote |= writes;
            } else if (writes) {
                SqlCounts.committed(true);
            }
        }

        /** No rows changed where the driver says so at once; else the text decides. */
        private static boolean changed(Object result) {
            return !(result instanceof Integer rows && rows == 0) && !(result instanceof int[] each && Arrays.stream(each).allMatch(rows -> rows == 0));
        }

        void commits() {
            if (open) {
                SqlCounts.committed(wrote);
            }
            open = false;
            wrote = false;
        }

        void rollsBack() {
            if (open) {
                SqlCounts.rolledBack();
            }
            open = false;
            wrote = false;
        }
    }
}
