// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/style.h"

#include "app/theme/colours.h"
#include "app/theme/icons.h"
#include "app/theme/style_paint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

#include <optional>

namespace n3x {

using namespace style_paint;

namespace {

constexpr const char* mainActionProperty = "n3xMainAction";
constexpr const char* wrongProperty = "n3xWrong";
constexpr const char* raisedProperty = "n3xRaised";

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) { setObjectName(QStringLiteral("n3x")); }

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QTabBar*>(widget) != nullptr || qobject_cast<QAbstractButton*>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    // Names and sentences of others are no HTML, in labels of Qt's own neither: those of questions and tips.
    if (auto* label = qobject_cast<QLabel*>(widget)) label->setTextFormat(Qt::PlainText);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DockWidgetSeparatorExtent: return 5; // wide enough to grab; a hair line of it is painted
    case PM_SplitterWidth: return 5;
    case PM_DockWidgetFrameWidth:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_ToolBarFrameWidth: return 0;
    case PM_DockWidgetTitleMargin: return 6;
    case PM_ToolBarItemSpacing: return 2;
    case PM_ToolBarItemMargin: return 4;
    case PM_ToolBarIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_ButtonIconSize: return 16;
    case PM_TreeViewIndentation: return 14;
    case PM_TabBarTabHSpace: return 22;
    case PM_TabBarTabVSpace: return 12;
    case PM_MenuBarPanelWidth: return 0;
    case PM_ToolTipLabelFrameWidth: return 6;
    case PM_ScrollBarExtent: return 11;
    case PM_ScrollBarSliderMin: return 28;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return 15;
    case PM_DefaultFrameWidth: // room for the round corners of a field
        if (qobject_cast<const QPlainTextEdit*>(widget) != nullptr) return 3;
        return QProxyStyle::pixelMetric(metric, option, widget);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon Style::standardIcon(StandardPixmap standard, const QStyleOption* option, const QWidget* widget) const
{
    switch (standard) {
    case SP_TitleBarNormalButton: return icon(QStringLiteral("float"));
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton: return icon(QStringLiteral("close"));
    case SP_ToolBarHorizontalExtensionButton: return icon(QStringLiteral("chevron"));
    default: return QProxyStyle::standardIcon(standard, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_TabBar_ElideMode: return Qt::ElideNone;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_ItemViewItem: return {result.width(), std::max(result.height(), option->fontMetrics.height() + 6)};
    case CT_PushButton: return {result.width() + 14, std::max(option->fontMetrics.height() + 10, 26)};
    case CT_ToolButton:
        return {result.width() + (isMainAction(widget) ? 24 : 4), std::max(option->fontMetrics.height() + 10, 26)};
    case CT_LineEdit:
    case CT_ComboBox: return {result.width(), std::max(option->fontMetrics.height() + 9, 25)};
    case CT_HeaderSection: return {result.width(), option->fontMetrics.height() + 8};
    default: return result;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    const bool hasFrame = frame != nullptr && frame->lineWidth > 0;
    return element == SE_LineEditContents && hasFrame ? rect.adjusted(4, 0, -4, 0) : rect;
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    // A flat tool button at rest has no panel; the main action has one always.
    if (control == CC_ToolButton && isMainAction(widget)) {
        drawPushButton(option, painter, widget);
        QStyleOptionToolButton label(*qstyleoption_cast<const QStyleOptionToolButton*>(option));
        label.rect = option->rect.adjusted(6, 0, -6, 0);
        drawControl(CE_ToolButtonLabel, &label, painter, widget);
        return;
    }
    if (control == CC_ScrollBar) {
        drawScrollBar(option, subControlRect(control, option, SC_ScrollBarSlider, widget), painter);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox && isWrong(widget))
        drawRounded(painter, option->rect, {}, coloursOf(option->palette).error, 1.6);
}

// A scroll bar is its groove and its slider: nobody clicks the arrows at its ends.
QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || bar == nullptr) return QProxyStyle::subControlRect(control, option, part, widget);
    const bool lies = bar->orientation == Qt::Horizontal;
    const int length = lies ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    int slider = length;
    if (range > 0) {
        const auto share = static_cast<double>(bar->pageStep) / static_cast<double>(range + bar->pageStep);
        slider = std::min(
            length, std::max(static_cast<int>(length * share), pixelMetric(PM_ScrollBarSliderMin, option, widget)));
    }
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    const auto along = [&](int from, int size) {
        return lies ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
    };
    QRect rect;
    switch (part) {
    case SC_ScrollBarGroove: rect = along(0, length); break;
    case SC_ScrollBarSlider: rect = along(start, slider); break;
    case SC_ScrollBarSubPage: rect = along(0, start); break;
    case SC_ScrollBarAddPage: rect = along(start + slider, length - start - slider); break;
    default: return {};
    }
    return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    const auto colours = [option] { return coloursOf(option->palette); };
    switch (element) {
    case PE_PanelButtonCommand: drawPushButton(option, painter, widget); return;
    case PE_PanelButtonTool:
        if (const auto ground = touchedGround(option, colours())) drawRounded(painter, option->rect, *ground, {});
        if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange))
            drawRounded(painter, option->rect, {}, colours().accent, 1.6);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheckBox(option, painter); return;
    case PE_FrameFocusRect: // most controls paint their own, these have no frame to paint it on
        if (has(option, State_KeyboardFocusChange) &&
            (qobject_cast<const QCheckBox*>(widget) != nullptr || qobject_cast<const QToolButton*>(widget) != nullptr))
            drawRounded(painter, option->rect, {}, colours().accent, 1.6);
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && frame->lineWidth > 0)
            drawLineEdit(option, painter, widget);
        else
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_FrameLineEdit: drawLineEdit(option, painter, widget); return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colours().line);
        return;
    case PE_PanelScrollAreaCorner: painter->fillRect(option->rect, colours().base); return;
    case PE_FrameDockWidget:
    case PE_FrameStatusBarItem:
    case PE_FrameMenu:
    case PE_PanelStatusBar:
    case PE_FrameTabWidget:
        if (element == PE_FrameMenu) drawRounded(painter, option->rect, {}, colours().line);
        if (element == PE_PanelStatusBar)
            painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), colours().line);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        painter->setPen(colours().cardLine);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_Frame: // views stand in docks, which have their own lines; texts of several lines are fields
        if (qobject_cast<const QPlainTextEdit*>(widget) != nullptr || qobject_cast<const QTextEdit*>(widget) != nullptr)
            drawLineEdit(option, painter, widget);
        else if (isRaised(widget))
            drawRounded(painter, option->rect, {}, colours().cardLine);
        return;
    case PE_IndicatorDockWidgetResizeHandle: {
        const QRect& rect = option->rect;
        const bool tall = rect.height() > rect.width();
        const QColor colour = has(option, State_MouseOver) ? colours().accent : colours().line;
        painter->fillRect(tall ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                               : QRect(rect.left(), rect.center().y(), rect.width(), 1),
                          colour);
        return;
    }
    case PE_IndicatorToolBarSeparator:
        painter->fillRect(QRect(option->rect.center().x(), option->rect.top() + 5, 1, option->rect.height() - 10),
                          colours().line);
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (has(option, State_Selected))
            painter->fillRect(option->rect, colours().selection);
        else if (element == PE_PanelItemViewItem && has(option, State_MouseOver))
            painter->fillRect(option->rect, mixed(colours().base, colours().text, 0.05));
        else if (item != nullptr && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        return;
    }
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    const Colours colours = coloursOf(option->palette);
    switch (element) {
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) drawTab(tab, painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            drawTabLabel(tab, painter, this, widget);
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, colours.window);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colours.line);
        return;
    case CE_MenuBarItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        painter->fillRect(option->rect, colours.window);
        if (has(option, State_Selected))
            drawRounded(painter, option->rect.adjusted(0, 1, 0, -1), colours.selection, {});
        drawItemText(painter, option->rect, Qt::AlignCenter | Qt::TextShowMnemonic, option->palette,
                     has(option, State_Enabled), item->text, QPalette::WindowText);
        return;
    }
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, colours.window); return;
    case CE_HeaderSection: drawHeaderSection(option, painter); return;
    case CE_HeaderEmptyArea: drawHeaderSection(option, painter); return;
    case CE_HeaderLabel: {
        QStyleOptionHeader header(*qstyleoption_cast<const QStyleOptionHeader*>(option));
        header.palette.setColor(QPalette::ButtonText, colours.quiet);
        QProxyStyle::drawControl(element, &header, painter, widget);
        return;
    }
    case CE_Splitter: {
        const bool tall = option->rect.height() > option->rect.width();
        const QPoint middle = option->rect.center();
        painter->fillRect(tall ? QRect(middle.x(), option->rect.top(), 1, option->rect.height())
                               : QRect(option->rect.left(), middle.y(), option->rect.width(), 1),
                          colours.line);
        return;
    }
    case CE_PushButtonLabel:
        if (isMainAction(widget) && has(option, State_Enabled)) {
            QStyleOptionButton button(*qstyleoption_cast<const QStyleOptionButton*>(option));
            button.palette.setColor(QPalette::ButtonText, colours.onAccent);
            QProxyStyle::drawControl(element, &button, painter, widget);
            return;
        }
        break;
    case CE_ToolButtonLabel:
        if (isMainAction(widget) && has(option, State_Enabled)) {
            QStyleOptionToolButton button(*qstyleoption_cast<const QStyleOptionToolButton*>(option));
            button.palette.setColor(QPalette::ButtonText, colours.onAccent);
            QProxyStyle::drawControl(element, &button, painter, widget);
            return;
        }
        break;
    case CE_ComboBoxLabel: { // by itself it ends in the middle of a letter
        QStyleOptionComboBox box(*qstyleoption_cast<const QStyleOptionComboBox*>(option));
        const int room = subControlRect(CC_ComboBox, &box, SC_ComboBoxEditField, widget).width() - 2 -
                         (box.currentIcon.isNull() ? 0 : box.iconSize.width() + 4);
        box.currentText = box.fontMetrics.elidedText(box.currentText, Qt::ElideRight, room);
        QProxyStyle::drawControl(element, &box, painter, widget);
        return;
    }
    case CE_ItemViewItem: {
        // A selected row keeps its text colour: the ground alone says it, and signs keep their colours.
        QStyleOptionViewItem item(*qstyleoption_cast<const QStyleOptionViewItem*>(option));
        item.palette.setColor(QPalette::HighlightedText, item.palette.color(QPalette::Text));
        QProxyStyle::drawControl(element, &item, painter, widget);
        if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange))
            drawRounded(painter, option->rect, {}, colours.accent);
        return;
    }
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void markWrong(QWidget& field, bool wrong)
{
    if (isWrong(&field) == wrong) return;
    field.setProperty(wrongProperty, wrong);
    field.update();
}

bool isWrong(const QWidget* widget) { return widget != nullptr && widget->property(wrongProperty).toBool(); }

void makeRaised(QFrame& frame)
{
    frame.setFrameShape(QFrame::StyledPanel);
    frame.setProperty(raisedProperty, true);
}

bool isRaised(const QWidget* widget) { return widget != nullptr && widget->property(raisedProperty).toBool(); }

void makeMainAction(QAbstractButton& button) { button.setProperty(mainActionProperty, true); }

bool isMainAction(const QWidget* widget) { return widget != nullptr && widget->property(mainActionProperty).toBool(); }

} // namespace n3x
