// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The least that a window with a scene of Qt Quick in it can be: what the start of the studio is measured against.
// Says "painted" after the first frame and ends, as `n3x-studio --first-paint` does.

#include <QApplication>
#include <QMainWindow>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QTextStream>

namespace {

class Canvas : public QQuickWidget {
public:
    Canvas()
    {
        connect(quickWindow(), &QQuickWindow::afterRendering, this, [this] { isRendered_ = true; });
        setResizeMode(QQuickWidget::SizeRootObjectToView);
        setSource(QUrl(QStringLiteral("qrc:/blank/blank.qml")));
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QQuickWidget::paintEvent(event);
        if (isRendered_) QMetaObject::invokeMethod(qApp, [] { QApplication::exit(0); }, Qt::QueuedConnection);
    }

private:
    bool isRendered_ = false;
};

} // namespace

int main(int argumentCount, char** arguments)
{
    QApplication application(argumentCount, arguments);
    QMainWindow window;
    window.setCentralWidget(new Canvas);
    window.resize(1440, 900);
    window.show();
    const int status = QApplication::exec();
    QTextStream(stdout) << "painted\n";
    return status;
}
