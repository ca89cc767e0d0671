package dev.relink.quickbooks.desktop.webconnector;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that writes down every statement that is run. */
final class CountedStatements extends DelegatingDataSource {

    final List<String> run = Collections.synchronizedList(new ArrayList<>());

    CountedStatements(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            boolean prepares = method.equals("prepareStatement");
            return prepares ? counted((PreparedStatement) result, String.valueOf(arguments[0])) : result;
        });
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
            if (method.startsWith("execute")) {
                run.add(sql);
            }
            return result;
        });
    }

    private interface Seen {
        Object after(String method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Seen seen) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return seen.after(method.getName(), arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
