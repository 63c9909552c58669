package org.waymark.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What a push costs at the least: a row committed and on disk, then as many bytes as a frame to each of many sockets. */
final class BarePush implements AutoCloseable {

    private static final byte[] FRAME = new byte[4_096];

    private final Store store;
    private final Connection connection;
    private final List<Socket> readers = new ArrayList<>();
    private final List<Socket> writers = new ArrayList<>();
    private volatile CountDownLatch arriving = new CountDownLatch(0);
    private volatile long[] arrived = {};
    private int rows;

    BarePush(Store store, int subscribers) throws IOException, SQLException {
        this.store = store;
        this.connection = store.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS pushed (id INT, words VARCHAR(1000))");
        }
        try (ServerSocket server = new ServerSocket(0, subscribers, InetAddress.getLoopbackAddress())) {
            for (int index = 0; index < subscribers; index++) {
                Socket reader = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket writer = server.accept();
                writer.setTcpNoDelay(true);
                readers.add(reader);
                writers.add(writer);
                int number = index;
                Thread.ofVirtual().start(() -> read(reader, number));
            }
        }
    }

    private void read(Socket socket, int number) {
        try (socket) {
            InputStream in = socket.getInputStream();
            while (in.readNBytes(FRAME.length).length == FRAME.length) {
                arrived[number] = System.nanoTime();
                arriving.countDown();
            }
        } catch (IOException ended) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(ended);
            }
        }
    }

    /** Commits and pushes once; returns how many milliseconds after the beginning each subscriber had it. */
    double[] push() throws IOException, SQLException, InterruptedException {
        arrived = new long[readers.size()];
        arriving = new CountDownLatch(readers.size());
        long began = System.nanoTime();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO pushed VALUES (?, ?)");
                Statement sync = connection.createStatement()) {
            insert.setInt(1, rows++);
            insert.setString(2, "w".repeat(600));
            insert.executeUpdate();
            connection.commit();
            sync.execute(store.sync());
        }
        for (Socket writer : writers) {
            writer.getOutputStream().write(FRAME);
        }
        arriving.await();
        double[] millis = new double[arrived.length];
        for (int index = 0; index < millis.length; index++) {
            millis[index] = (arrived[index] - began) / 1e6;
        }
        return millis;
    }

    @Override
    public void close() throws IOException, SQLException {
        for (Socket writer : writers) {
            writer.close();
        }
        for (Socket reader : readers) {
            reader.close();
        }
        connection.close();
    }
}
